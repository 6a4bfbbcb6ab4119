import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { listCardSites } from '#lib/people/server/make-cards.ts';
import { enableTablet, listTablets } from '#lib/platform/auth/server/shared-tablet.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { leaveTabletMark, setTabletCookie, tabletPath } from '../../../../../../../server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const tabletForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
	site: v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(300),
		v.transform((site) => site || null),
	),
});

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		tablets: await listTablets(ctx),
		sites: (await listCardSites(ctx)).map(({ site }) => site).filter((site) => site !== null),
		key: crypto.randomUUID(),
	}));

export const actions: Actions = {
	/** Makes the device that this came from a shared tablet; the admin is signed out on it. */
	async default({ locals, request, cookies, url }) {
		const { org } = locals;
		if (!org) throw notFound();
		const parsed = v.safeParse(tabletForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) return fail(400, { wrong: true });
		const token = await locals.act((ctx) => enableTablet(ctx, parsed.output));
		setTabletCookie(cookies, org, url, token);
		leaveTabletMark(cookies, org, url);
		redirect(303, `${tabletPath(org)}?lang=${locals.locale}`);
	},
};
