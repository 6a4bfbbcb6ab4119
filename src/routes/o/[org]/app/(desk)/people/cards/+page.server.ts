import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { cardsAtOnce, cardsForm } from '#lib/people/card.ts';
import { listCardSites, makeCards } from '#lib/people/server/make-cards.ts';
import { cardDays } from '#lib/platform/auth/server/sign-in-link.ts';
import { publicAddress } from '../../../../../../../server/public-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => ({
		sites: await listCardSites(ctx),
		days: cardDays,
		goodUntil: new Date(ctx.now.getTime() + cardDays * 24 * 3600_000).toISOString().slice(0, 10),
		key: crypto.randomUUID(),
	}));

export const actions: Actions = {
	/** Makes cards, and shows them this once. */
	async default({ locals, request, url }) {
		const parsed = v.safeParse(cardsForm, Object.fromEntries(await request.formData()));
		if (!parsed.success) return fail(400, { wrong: true as const });
		const address = publicAddress(locals.upstander.config, url);
		const { cards, total } = await locals.act((ctx) => makeCards(ctx, parsed.output, address));
		const { where, who, search, part } = parsed.output;
		const left = Math.min(cardsAtOnce, total - part * cardsAtOnce);
		return { cards, next: left > 0 ? { where, who, search, part: part + 1, count: left } : null };
	},
};
