import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { redeemLink } from '../../platform/auth/server/sign-in-link.ts';
import type { CardsWish } from '../card.ts';
import { ensureSites } from './ensure-places.ts';
import { listCardSites, makeCards } from './make-cards.ts';
import { recordFacts } from './record-facts.ts';

describe('cards', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let workers: TestPerson[];
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		const names = ['Ana Abad', 'Bea Bruno', 'Cai Chu', 'Gone Away'];
		workers = [];
		for (const name of names) workers.push(await orgs.here.add({ name, language: 'es' }));
		await platform.act(orgs.here.org, system, async (ctx) => {
			const site = (await ensureSites(ctx, ['Laundry'])).get('Laundry') ?? '';
			const startsOn = '2026-11-01';
			const ids = workers.map(({ id }) => id);
			await recordFacts(ctx, [
				...ids.map((personId) => ({ personId, kind: 'email', value: null, startsOn: ctx.today }) as const),
				...ids.slice(0, 2).map((personId) => {
					return { personId, kind: 'workPlaces', value: [{ site, share: 100 }], startsOn } as const;
				}),
				{ personId: ids[3] ?? '', kind: 'employment', value: 'ended', startsOn: '2026-11-10' },
			]);
		});
	});
	afterAll(() => platform.close());

	const make = (wish: Partial<CardsWish> = {}, by = orgs.here.admin) =>
		platform.act(by.org, as(by), (ctx) => {
			const all = { key: crypto.randomUUID(), where: 'all', who: 'no_email', search: '', part: 1 } as const;
			return makeCards(ctx, { ...all, ...wish }, 'https://learn.test');
		});
	const redeem = (code: string, org = orgs.here.org) =>
		platform.act(org, nobody, (ctx) => redeemLink(ctx, code));
	const names = ({ cards }: Awaited<ReturnType<typeof make>>) => cards.map(({ name }) => name);

	it('are made for people without e-mail, or by site, or for whom one names; not for who has left', async () => {
		expect(names(await make())).toEqual(['Ana Abad', 'Bea Bruno', 'Cai Chu']);
		expect(names(await make({ where: 'at Laundry' }))).toEqual(['Ana Abad', 'Bea Bruno']);
		expect(names(await make({ where: 'none' }))).toEqual(['Cai Chu']);
		expect(names(await make({ who: 'everyone', where: 'none' }))).toContain(orgs.here.admin.name);
		expect(names(await make({ who: 'everyone', search: 'ROSA' }))).toEqual([orgs.here.learner.name]);
		expect(names(await make({ where: "at ' or 1=1 --" }))).toEqual([]);
		expect(names(await make({ part: 2 }))).toEqual([]);
		const sites = await platform.act(orgs.here.org, as(orgs.here.admin), listCardSites);
		expect(sites).toEqual([
			{ site: 'Laundry', people: 2, noEmail: 2 },
			{ site: null, people: 3, noEmail: 1 },
		]);
	});

	it('sign their owner in once, in their organization', async () => {
		const { cards } = await make({ search: 'Ana' });
		const card = cards[0];
		expect(card).toMatchObject({ name: 'Ana Abad', language: 'es', site: 'Laundry' });
		expect(card?.qr.path).toMatch(/^M4 4h7/); // the first finder pattern, inside the quiet border
		await expect(redeem(card?.code ?? '', orgs.there.org)).rejects.toMatchObject({ code: 'link_used' });
		expect(await redeem(card?.code ?? '')).toEqual({ accountId: workers[0]?.id, purpose: 'card' });
		await expect(redeem(card?.code ?? '')).rejects.toMatchObject({ code: 'link_used' });
	});

	it('replace those made before for the same people, and no others', async () => {
		const [ana, bea] = (await make({ where: 'at Laundry' })).cards;
		const again = (await make({ search: 'Ana' })).cards[0];
		await expect(redeem(ana?.code ?? '')).rejects.toMatchObject({ code: 'link_used' });
		expect((await redeem(again?.code ?? '')).accountId).toBe(workers[0]?.id);
		expect((await redeem(bea?.code ?? '')).accountId).toBe(workers[1]?.id);
	});

	it('are one act of each person’s in the audit, also when the form comes twice; the codes are kept nowhere', async () => {
		const key = crypto.randomUUID();
		await make({ where: 'at Laundry' });
		const codes: string[] = [];
		const first = await changes(platform, async () => {
			codes.push(...(await make({ where: 'at Laundry', key })).cards.map(({ code }) => code));
		});
		expect(first).toEqual({ sign_in_link: '+2 -2', audit_entry: '+2', form_key: '+1' });
		const second = await changes(platform, async () => {
			codes.push(...(await make({ where: 'at Laundry', key })).cards.map(({ code }) => code));
		});
		expect(second).toEqual({ sign_in_link: '+2 -2' });
		const stored = [...(await allRows(platform)).values()].flat().join('\n');
		for (const code of codes) {
			expect(stored).not.toContain(code);
			expect(stored).not.toContain(code.replaceAll('-', ''));
		}
		expect((await redeem(codes.at(-1) ?? '')).purpose).toBe('card');
	});

	it('are made by program admins alone, for their own organization', async () => {
		const changed = await changes(platform, async () => {
			await expect(make({}, orgs.here.learner)).rejects.toMatchObject({ code: 'not_found' });
			expect(names(await make({ key: crypto.randomUUID() }, orgs.there.admin))).toEqual([]);
		});
		expect(changed).toEqual({ form_key: '+1' });
	});
});
