import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { foundForm, foundOrganization } from '#lib/people/server/found-organization.ts';
import { mayRunFirst, codeIsRight } from '../../server/first-run.ts';
import { deviceOf } from '../../server/device.ts';
import { setSessionCookie, signedInPath } from '../../server/session-cookie.ts';
import { listOrgs } from '#lib/platform/org/server/find-org.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, platform }) => {
	const orgs = await locals.upstander.db.global(listOrgs);
	const real = orgs.filter(({ kind }) => kind === 'real');
	const demo = orgs.find(({ kind }) => kind === 'demo');
	const [only] = real;
	if (only && real.length === 1 && !demo) redirect(303, `/o/${only.slug}`);
	return {
		key: crypto.randomUUID(),
		locale: locals.locale,
		firstRun: real.length === 0,
		askCode: !mayRunFirst(platform?.req),
		demo: demo ? { slug: demo.slug } : null,
		only: real.length === 1 && only ? { slug: only.slug, name: only.name } : null,
	};
};

export const actions: Actions = {
	/** Sets up the first organization and signs its founder in. */
	async setUp({ locals, request, platform, cookies, url }) {
		const data = Object.fromEntries(await request.formData());
		const parsed = v.safeParse(foundForm, data);
		const wrong = new Set(parsed.issues?.map((issue) => String(issue.path?.[0]?.key)));
		if (!mayRunFirst(platform?.req) && !codeIsRight(data.code)) wrong.add('code');
		if (!parsed.success || wrong.size > 0) {
			const { organization, name, email, language } = data;
			const values = { organization, name, email, language } as Record<string, string>;
			return fail(400, { wrong: [...wrong], values });
		}
		const device = deviceOf(request.headers);
		const founded = await foundOrganization(locals.upstander, parsed.output, device);
		if (!founded) redirect(303, '/'); // somebody else was first
		const { org, token, expiresAt } = founded;
		setSessionCookie(cookies, org, url, token, expiresAt);
		redirect(303, signedInPath(org));
	},
};
