import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolled, shipped, takeUntil } from '../../../../tests/harness/learners.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { recordFacts } from '../../people/server/record-facts.ts';
import { chooseName } from '../../people/server/choose-name.ts';
import { linkAudit } from '../../platform/audit/server/link-audit.ts';
import { verifyAudit } from '../../platform/audit/server/verify-audit.ts';
import { startSession } from '../../platform/auth/server/session.ts';
import { removeByOwner } from '../../platform/db/server/build-erasure.ts';
import { launchCourse } from '../../program/server/launch-course.ts';
import { askErasure, askErasureFor, decideErasure, listErasures, reviewErasure } from './erase.ts';
import { liftHold, listHolds, placeHold } from './hold.ts';
import { removeOver } from './retain.ts';

describe('erasing somebody', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let somebody: TestPerson;
	let turn = 0;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());
	beforeEach(async () => {
		turn += 1;
		somebody = await orgs.here.add({ name: `Imani Okafor${turn}`, email: `imani${turn}@aldervale.test` });
		await platform.act(orgs.here.org, as(somebody), (ctx) => chooseName(ctx, { preferredName: 'Immy' }));
		await platform.act(orgs.here.org, system, (ctx) => startSession(ctx, somebody.id, 'Firefox, Linux'));
	});

	const asAdmin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(orgs.here.org, as(orgs.here.admin), work);
	const leave = (day: string) =>
		platform.act(orgs.here.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: somebody.id, kind: 'employment', value: 'employed', startsOn: '2020-01-01' },
				{ personId: somebody.id, kind: 'employment', value: 'ended', startsOn: day },
			]),
		);
	async function asked(): Promise<string> {
		await platform.act(orgs.here.org, as(somebody), (ctx) => askErasure(ctx, randomUUID()));
		const lines = await asAdmin(listErasures);
		return lines.find(({ name }) => name === somebody.name)?.id ?? '';
	}
	const erase = (id: string) =>
		asAdmin((ctx) => decideErasure(ctx, platform.data, id, { decision: 'erase' }));
	/** Tables in which this person still stands by their id, name or address. */
	async function traces(): Promise<string[]> {
		const rows = await allRows(platform);
		const words = [somebody.id, somebody.email, somebody.name.split(' ')[1] ?? ''];
		return [...rows]
			.filter(([, all]) => all.some((row) => words.some((word) => row.includes(word))))
			.map(([table]) => table);
	}
	async function chain() {
		return platform.db.inOrg(orgs.here.org.id, async (tx) => {
			await linkAudit(tx, orgs.here.org.id, platform.now());
			return verifyAudit(tx, orgs.here.org.id);
		});
	}

	it('keeps what the law keeps of who works here, says why, and erases the rest', async () => {
		await takeUntil(platform, await enrolled(platform, somebody));
		await platform.settled();
		const id = await asked();
		const { plan } = await asAdmin((ctx) => reviewErasure(ctx, platform.data, id));
		const fate = Object.fromEntries(plan.fates.map((one) => [one.table, one.fate]));
		expect(fate).toMatchObject({
			session: 'goes',
			answer: 'goes',
			completion: 'kept',
			person: 'kept',
			audit_entry: 'stays',
		});
		expect(plan.fates.filter(({ fate, why }) => fate !== 'goes' && !why?.es)).toEqual([]);
		expect([plan.whole, plan.keptUntil, plan.held]).toEqual([false, null, false]);
		const changed = await changes(platform, () => erase(id));
		expect(changed).toMatchObject({ session: '-1', person: '+1 -1', erasure: '+1 -1' });
		expect(changed.answer).toMatch(/^-\d+$/);
		expect(changed.completion).toBeUndefined();
		expect(JSON.stringify((await allRows(platform)).get('person'))).not.toContain('Immy');
		expect(await changes(platform, () => erase(id))).toEqual({});
	});

	it('of who has left forgets how to reach them, and the rest on its day', async () => {
		await takeUntil(platform, await enrolled(platform, somebody));
		await platform.settled();
		await leave('2026-10-31');
		const id = await asAdmin((ctx) => askErasureFor(ctx, { key: randomUUID(), number: String(turn + 2) }));
		await erase(id);
		expect((await asAdmin(listErasures)).find((line) => line.id === id)).toMatchObject({
			keptUntil: '2030-11-20',
			doneAt: null,
		});
		const people = JSON.stringify(
			[...(await allRows(platform)).entries()].filter(([table]) => /^person/.test(table)),
		);
		expect(people).not.toContain(somebody.email);
		expect(people).toContain(somebody.name.split(' ')[1]);
		platform.clock.pass({ days: 4 * 366 });
		await platform.act(orgs.here.org, system, (ctx) => removeOver(ctx, platform.data));
		expect((await traces()).sort()).toEqual(['audit_entry', 'erasure', 'event']); // an id: facts of theirs changed
		platform.clock.pass({ days: -4 * 366 });
	});

	it('without anything that a law keeps, erases them whole, and the audit chain still holds', async () => {
		await leave('2022-01-31');
		await platform.act(orgs.here.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: orgs.here.learner.id, kind: 'manager', value: somebody.id, startsOn: '2021-01-01' },
			]),
		);
		const before = await chain();
		await erase(await asked());
		expect((await traces()).sort()).toEqual(['audit_entry', 'erasure', 'event', 'person_fact']); // ids: they were a manager
		const after = await chain();
		expect([before.problems, after.problems]).toEqual([[], []]);
		expect(after.links).toBeGreaterThan(before.links);
	});

	it('leaves counts of progress as if they had never been asked', async () => {
		const wish = { key: randomUUID(), course: shipped, dueOn: '' };
		await asAdmin((ctx) => launchCourse(ctx, wish, 'https://learn.test'));
		await platform.settled();
		const counted = () =>
			asAdministrator(platform, async (admin) => {
				const { rows } = await admin.query<{ tally: number; rows: number }>(
					`select (select coalesce(sum(people), 0)::int from progress_tally where org_id = $1 and dimension = 'all') as tally,
						(select count(*)::int from progress where org_id = $1 and standing is not null) as rows`,
					[orgs.here.org.id],
				);
				return rows[0] ?? { tally: 0, rows: 0 };
			});
		const before = await counted();
		expect(before.tally).toBe(before.rows);
		await leave('2022-01-31');
		await platform.settled();
		await erase(await asked());
		const after = await counted();
		expect([after.tally, after.rows]).toEqual([before.tally - 1, before.rows - 1]);
		expect(await traces()).not.toContain('assignment');
	});

	it('is refused with a reason that they read, and then nothing is erased', async () => {
		const id = await asked();
		const refusing = { decision: 'refuse', refusal: 'You are a witness in an open case.' } as const;
		const changed = await changes(platform, () =>
			asAdmin((ctx) => decideErasure(ctx, platform.data, id, refusing)),
		);
		expect(changed).toEqual({ erasure: '+1 -1', audit_entry: '+1' });
		const touch = platform.db.inOrg(orgs.here.org.id, (tx) => removeByOwner(tx, 'event', somebody.id));
		await expect(touch).rejects.toMatchObject({ cause: { code: '42501' } });
	});

	it('waits while a legal hold stands', async () => {
		const id = await asked();
		const wish = { key: randomUUID(), number: String(turn + 2), reason: 'A charge was filed.' };
		await asAdmin((ctx) => placeHold(ctx, wish));
		expect(await changes(platform, () => asAdmin((ctx) => placeHold(ctx, wish)))).toEqual({});
		const held = await changes(platform, () => expect(erase(id)).rejects.toMatchObject({ code: 'on_hold' }));
		expect(held).toEqual({});
		const [hold] = await asAdmin(listHolds);
		await asAdmin((ctx) => liftHold(ctx, hold?.id ?? ''));
		await leave('2022-01-31');
		await erase(id);
		expect((await traces()).sort()).toEqual(['audit_entry', 'erasure', 'event', 'legal_hold']);
	});

	it('is for program admins alone, and within their organization', async () => {
		const id = await asked();
		const tries = [
			() =>
				platform.act(orgs.here.org, as(orgs.here.learner), (ctx) =>
					decideErasure(ctx, platform.data, id, { decision: 'erase' }),
				),
			() => platform.act(orgs.here.org, as(orgs.here.learner), listErasures),
			() =>
				platform.act(orgs.there.org, as(orgs.there.admin), (ctx) =>
					decideErasure(ctx, platform.data, id, { decision: 'erase' }),
				),
			() =>
				platform.act(orgs.there.org, as(orgs.there.admin), (ctx) => reviewErasure(ctx, platform.data, id)),
		];
		for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
	});

	it('cannot be done past the one door', async () => {
		for (const table of ['event', 'answer', 'account', 'enrollment', 'person_fact']) {
			const attempt = platform.db.inOrg(orgs.here.org.id, (tx) => tx.$client.query(`delete from ${table}`));
			await expect(attempt, table).rejects.toMatchObject({ code: '42501' });
		}
		await asked(); // asked is not decided
		const undecided = platform.db.inOrg(orgs.here.org.id, (tx) => removeByOwner(tx, 'account', somebody.id));
		await expect(undecided).rejects.toMatchObject({ cause: { code: '42501' } });
		// A decision of one organization opens nothing in another.
		await asAdministrator(platform, (admin) =>
			admin.query(
				`insert into erasure (org_id, id, account_id, asked_at, decided_at) values ($1, $2, $3, now(), now())`,
				[orgs.there.org.id, randomUUID(), somebody.id],
			),
		);
		const gone = await platform.db.inOrg(orgs.there.org.id, (tx) =>
			removeByOwner(tx, 'account', somebody.id),
		);
		expect(gone).toBe(0);
		expect(await traces()).toContain('person');
	});
});
