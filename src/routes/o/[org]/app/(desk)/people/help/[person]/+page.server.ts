import * as v from 'valibot';
import { helpSignIn, whomToHelp } from '#lib/people/server/help-sign-in.ts';
import { helpMinutes } from '#lib/platform/auth/server/sign-in-link.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { formKey } from '../../../../../../../../server/form-key.ts';
import { publicAddress } from '../../../../../../../../server/public-address.ts';
import type { Actions, PageServerLoad } from './$types';

/** @throws ExpectedError `not_found` when the address names nobody */
function personOf(params: { person: string }): string {
	const id = v.safeParse(v.pipe(v.string(), v.uuid()), params.person);
	if (!id.success) throw notFound();
	return id.output;
}

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await locals.act((ctx) => whomToHelp(ctx, personOf(params)))),
	minutes: helpMinutes,
	key: crypto.randomUUID(),
});

export const actions: Actions = {
	/** Makes a code, and shows it this once. */
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const wish = { key: formKey(data), person: personOf(params), endSessions: data.has('endSessions') };
		const address = publicAddress(locals.upstander.config, url);
		const { code, qr } = await locals.act((ctx) => helpSignIn(ctx, wish, address));
		return { code, qr };
	},
};
