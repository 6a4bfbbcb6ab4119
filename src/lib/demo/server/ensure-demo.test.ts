import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import type { Org } from '../../platform/context.ts';
import { everyone } from '../../people/server/find-person.ts';
import { projectPeople } from '../../people/server/project-people.ts';
import { turnProgress } from '../../program/server/count-progress.ts';
import { rebuildProgress } from '../../program/server/project-progress.ts';
import { buildDemo, demoState } from './build-demo.ts';
import { ensureDemo } from './ensure-demo.ts';

const size = 100;
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

describe('the demo organization', () => {
	let platform: TestPlatform;
	let org: Org;
	const parts: number[] = [];
	beforeAll(async () => {
		platform = await openTestPlatform();
		org = await ensureDemo(platform, size, (part) => parts.push(part));
	});
	afterAll(() => platform.close());

	const ask = async <Row extends object>(text: string) =>
		asAdministrator(platform, async (admin) => (await admin.query<Row>(text, [org.id])).rows);
	const table = async (name: string) => (await allRows(platform, org.id)).get(name);

	const rowsOf = async <Row>(name: string) =>
		((await table(name)) ?? []).map((row) => JSON.parse(row) as Row);

	it('is there once, however often it is asked for', async () => {
		expect(await changes(platform, () => ensureDemo(platform, size))).toEqual({});
		expect(await ensureDemo(platform, size)).toEqual(org);
		expect(await buildDemo(platform)).toEqual({ state: 'ready', org });
	});

	it('tells how far it is, from the first row to the last', () => {
		expect(parts.length).toBeGreaterThan(10);
		expect([...parts].sort((a, b) => a - b)).toEqual(parts);
		expect(parts.at(0)).toBeLessThan(0.6);
		expect(parts.at(-1)).toBe(1);
	});

	it('has as many people as were wished for, and those who left', async () => {
		const [people] = await ask<{ here: number; gone: number }>(
			`select count(*) filter (where ended_on is null or ended_on >= '2026-11-20')::int as here,
				count(*) filter (where ended_on < '2026-11-20')::int as gone from person where org_id = $1`,
		);
		expect(people?.here).toBe(size);
		expect(people?.gone).toBeGreaterThan(3);
	});

	it('has people, places and progress as the functions that keep them would make them again', async () => {
		for (const name of ['person', 'person_place', 'progress', 'progress_tally'])
			expect(await table(name)).not.toHaveLength(0);
		const again = () =>
			platform.act(org, system, async (ctx) => {
				await projectPeople(ctx, await everyone(ctx));
				await rebuildProgress(ctx);
				await turnProgress(ctx);
			});
		expect(await changes(platform, again)).toEqual({});
	});

	it('has no completion without every step, no vote without its answer, no progress that answers do not show', async () => {
		type Row = Record<string, string> & { completes: boolean };
		const by = (rows: readonly Row[], column: string) => new Map(rows.map((row) => [row[column] ?? '', row]));
		const answers = Map.groupBy(await rowsOf<Row>('answer'), (row) => row.enrollment_id);
		const completions = by(await rowsOf<Row>('completion'), 'enrollment_id');
		const progress = by(await rowsOf<Row>('progress'), 'enrollment_id');
		const asked = by(await rowsOf<Row>('assignment'), 'person_id');
		const [version] = await rowsOf<{ compiled: { steps: unknown[] } }>('course_version');
		for (const { id = '', account_id: account = '' } of await rowsOf<Row>('enrollment')) {
			const given = answers.get(id) ?? [];
			const steps = new Set(given.filter(({ completes }) => completes).map(({ step }) => step));
			const times = given.map(({ at }) => at ?? '').sort();
			const finished = steps.size === version?.compiled.steps.length;
			const assigned = asked.get(account)?.assigned_at ?? '';
			expect(progress.get(id)).toMatchObject({
				assigned_at: assigned,
				started_at: times[0] ?? null,
				completed_at: finished ? completions.get(id)?.completed_at : null,
			});
			expect(completions.has(id)).toBe(finished);
			expect((times[0] ?? '9') > assigned).toBe(true);
		}
		const voters = (await rowsOf<{ choice: { kind: string } }>('answer')).filter(
			({ choice }) => choice.kind === 'poll',
		);
		const tallies = await rowsOf<{ votes: object }>('poll_tally');
		const counted = tallies.flatMap(({ votes }) => Object.values(votes) as number[]);
		expect(voters.length).toBeGreaterThan(20);
		expect(counted.reduce((sum, count) => sum + count, 0)).toBe(voters.length);
	});

	it('has some who are done, some in time, some late; and the cast before its first step', async () => {
		const [progress] = await ask<Record<'done' | 'open' | 'late' | 'played', number>>(`
			select count(p.completed_at)::int as done,
				count(*) filter (where p.completed_at is null and a.due_on >= '2026-11-20')::int as open,
				count(*) filter (where p.completed_at is null and a.due_on < '2026-11-20')::int as late,
				count(p.started_at) filter (where n.number <= '1012')::int as played
			from assignment a join progress p on p.org_id = a.org_id and p.account_id = a.person_id
			join person n on n.org_id = a.org_id and n.id = a.person_id where a.org_id = $1`);
		expect(progress?.done).toBeGreaterThan(size / 3);
		expect(progress?.open).toBeGreaterThan(size / 10);
		expect(progress?.late).toBeGreaterThan(3);
		expect(progress?.played).toBe(0);
	});

	it('holds nothing that has not happened yet, and no mail, link or job', async () => {
		const now = platform.clock.now;
		for (const [name, lines] of await allRows(platform, org.id)) {
			for (const [text] of lines.join().matchAll(/\d{4}-\d\d-\d\dT[\d:.]+\+00:00/g)) {
				expect(new Date(text) <= now, `${name}: ${text}`).toBe(true);
			}
		}
		const [reminders] = await ask<{ due: number }>(
			`select count(*)::int as due from assignment where org_id = $1 and remind_on <= '2026-11-20'`,
		);
		expect(reminders?.due).toBe(0);
		const rows = await allRows(platform, org.id);
		for (const name of ['mail', 'sign_in_link', 'job mail', 'job event', 'job program.launch']) {
			expect(rows.get(name) ?? [], name).toEqual([]);
		}
	});

	it('is the same for the same day, but for its ids; whole or not there; once for who presses twice', async () => {
		const other = await openTestPlatform({ settings: { DEMO_PEOPLE: String(size) } });
		try {
			const broken = ensureDemo(other, size, (part) => {
				if (part > 0.5) throw new Error('a power cut');
			});
			await expect(broken).rejects.toThrow('a power cut');
			expect((await allRows(other)).get('person')).toEqual([]);
			expect(await demoState(other)).toEqual({ state: 'none' });
			// Somebody presses three times, and waits.
			const begun = await Promise.all([buildDemo(other), buildDemo(other), buildDemo(other)]);
			expect(begun.map(({ state }) => state)).toEqual(['building', 'building', 'building']);
			const ready = async () => (await demoState(other)).state === 'ready';
			await expect.poll(ready, { timeout: 60_000 }).toBe(true);
			const twin = await ensureDemo(other);
			expect((await allRows(other)).get('org')).toHaveLength(1);
			expect(await content(other, twin)).toEqual(await content(platform, org));
		} finally {
			await other.close();
		}
	});

	/** What an organization holds, without ids and what is random. */
	async function content(of: TestPlatform, { id }: Org): Promise<Record<string, string[]>> {
		const rows = await allRows(of, id);
		return Object.fromEntries(
			[...rows]
				.filter(([name]) => name !== 'audit_entry')
				.map(([name, lines]) => [
					name,
					lines.map((line) => line.replace(ids, 'id').replace(/"position": \d+/, '')).sort(),
				]),
		);
	}
});
