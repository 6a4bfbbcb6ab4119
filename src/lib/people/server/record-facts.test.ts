import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import type { FactKind, FactValues, NewFact } from '../fact.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { presentFacts } from './present-facts.ts';
import { recordFacts } from './record-facts.ts';
import { turnDay } from './turn-day.ts';

describe('facts about people', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	let id: string;
	let [main, annex, nursing] = ['', '', ''];
	let count = 0;

	beforeAll(async () => {
		platform = await openTestPlatform();
		here = (await platform.twoOrgs()).here;
		await act(async (ctx) => {
			const sites = await ensureSites(ctx, ['Main', 'Annex']);
			[main, annex] = [sites.get('Main') ?? '', sites.get('Annex') ?? ''];
			nursing = (await ensureDepartments(ctx, ['Nursing'])).get('Nursing') ?? '';
		});
	});
	beforeEach(async () => {
		platform.clock.now = new Date('2026-11-20T15:00:00Z');
		({ id } = await here.add({ name: `Person Number${(count += 1)}` }));
	});
	afterAll(() => platform.close());

	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(here.org, system, work);
	const fact = <Kind extends FactKind>(
		kind: Kind,
		value: FactValues[Kind],
		startsOn: string,
		more: Pick<NewFact, 'corrects' | 'void'> = {},
	) => ({ personId: id, kind, value, startsOn, ...more }) as NewFact;
	const record = (...facts: NewFact[]) => act((ctx) => recordFacts(ctx, facts));
	const now = async () => {
		const row = await asAdministrator(platform, (admin) =>
			admin.query<Record<string, unknown>>(
				`select p.job_title as title, p.supervisor, p.worker_type as type, p.email, p.given_name || ' ' || p.family_name as name,
					p.hired_on::text as hired, p.ended_on::text as ended, p.leave_from::text as away, p.leave_until::text as back,
					s.name as site, d.name as department, p.search_text as search,
					(select json_agg(json_build_array(coalesce(w.name, l.region), l.share) order by l.position)
						from person_place l left join site w on w.id = l.site_id where l.person_id = p.id) as places
				from person p left join site s on s.id = p.site_id left join department d on d.id = p.department_id
				where p.id = $1`,
				[id],
			),
		);
		return row.rows[0];
	};

	it('count from their day on, and leave what was before as it was', async () => {
		await record(
			fact('jobTitle', 'Nurse', '2024-01-08'),
			fact('supervisor', false, '2024-01-08'),
			fact('employment', 'employed', '2024-01-08'),
		);
		await record(fact('jobTitle', 'Charge nurse', '2026-02-01'), fact('supervisor', true, '2026-02-01'));
		expect(await now()).toMatchObject({ title: 'Charge nurse', supervisor: true, hired: '2024-01-08' });
		const then = await act((ctx) => presentFacts(ctx, [id], '2025-12-31'));
		expect(then.find(({ kind }) => kind === 'jobTitle')?.value).toBe('Nurse');
	});

	it('that came in late do not undo what is so now', async () => {
		await record(fact('jobTitle', 'Charge nurse', '2026-02-01'));
		await record(fact('jobTitle', 'Nurse', '2024-01-08'));
		expect(await now()).toMatchObject({ title: 'Charge nurse' });
	});

	it('of a day to come wait for it', async () => {
		await record(fact('jobTitle', 'Nurse', '2024-01-08'), fact('jobTitle', 'Manager', '2026-12-01'));
		expect(await now()).toMatchObject({ title: 'Nurse' });
		platform.clock.now = new Date('2026-12-01T04:30:00Z'); // the evening before, in New York
		await act((ctx) => turnDay(ctx));
		expect(await now()).toMatchObject({ title: 'Nurse' });
		platform.clock.now = new Date('2026-12-01T05:30:00Z');
		const changed = await changes(platform, () => act((ctx) => turnDay(ctx)));
		expect(changed).toMatchObject({ person: '+1 -1', event: '+1' });
		expect(await now()).toMatchObject({ title: 'Manager' });
		expect(await changes(platform, () => act((ctx) => turnDay(ctx)))).toEqual({});
	});

	it('that were mistaken are corrected, and both stay to be seen', async () => {
		await record(fact('supervisor', true, '2025-05-01'));
		const [wrong] = (await act((ctx) => presentFacts(ctx, [id]))).filter(({ kind }) => kind === 'supervisor');
		await record(fact('supervisor', true, '2026-05-01', { corrects: wrong?.id }));
		const then = await act((ctx) => presentFacts(ctx, [id], '2025-06-01'));
		expect(then.some(({ kind }) => kind === 'supervisor')).toBe(false);
		expect(await now()).toMatchObject({ supervisor: true });
		const { rows } = await asAdministrator(platform, (admin) =>
			admin.query(`select from person_fact where person_id = $1 and kind = 'supervisor'`, [id]),
		);
		expect(rows).toHaveLength(2);
	});

	it('that were never so are taken back, and what was before counts again', async () => {
		await record(fact('jobTitle', 'Nurse', '2024-01-08'), fact('jobTitle', 'Surgeon', '2026-01-01'));
		const [wrong] = (await act((ctx) => presentFacts(ctx, [id]))).filter(({ kind }) => kind === 'jobTitle');
		await record(fact('jobTitle', null, '2026-01-01', { corrects: wrong?.id, void: true }));
		expect(await now()).toMatchObject({ title: 'Nurse' });
	});

	it('that were never so leave nothing, when there was no other', async () => {
		await record(
			fact('jobTitle', 'Surgeon', '2026-01-01'),
			fact('leave', 'on', '2026-01-01'),
			fact('employment', 'employed', '2026-01-01'),
		);
		for (const kind of ['jobTitle', 'leave', 'employment'] as const) {
			const [wrong] = (await act((ctx) => presentFacts(ctx, [id]))).filter((one) => one.kind === kind);
			const value = { jobTitle: null, leave: 'on', employment: 'employed' }[kind];
			await record(fact(kind, value as never, '2026-01-01', { corrects: wrong?.id, void: true }));
		}
		expect(await now()).toMatchObject({
			title: null,
			away: null,
			hired: null,
			name: `Person Number${count}`,
		});
	});

	it('can be corrected once each: who comes second is told', async () => {
		await record(fact('jobTitle', 'Nurse', '2024-01-08'));
		const [wrong] = (await act((ctx) => presentFacts(ctx, [id]))).filter(({ kind }) => kind === 'jobTitle');
		await record(fact('jobTitle', 'Nurse I', '2024-01-08', { corrects: wrong?.id }));
		await expect(
			record(fact('jobTitle', 'Nurse II', '2024-01-08', { corrects: wrong?.id })),
		).rejects.toThrow();
	});

	it('tell employment, its end and its new beginning', async () => {
		await record(fact('employment', 'employed', '2020-03-02'), fact('employment', 'ended', '2024-06-30'));
		expect(await now()).toMatchObject({ hired: '2020-03-02', ended: '2024-06-30' });
		await record(fact('employment', 'employed', '2026-01-05'));
		expect(await now()).toMatchObject({ hired: '2026-01-05', ended: null });
		await record(fact('employment', 'ended', '2026-12-31'));
		expect(await now()).toMatchObject({ hired: '2026-01-05', ended: '2026-12-31' });
	});

	it('tell who begins next month', async () => {
		await record(fact('employment', 'employed', '2027-01-04'), fact('jobTitle', 'Intern', '2027-01-04'));
		expect(await now()).toMatchObject({ hired: '2027-01-04', ended: null, title: 'Intern' });
	});

	it('tell leave and the day back', async () => {
		await record(fact('leave', 'on', '2026-10-01'), fact('leave', 'back', '2027-01-10'));
		expect(await now()).toMatchObject({ away: '2026-10-01', back: '2027-01-10' });
		await record(fact('leave', 'back', '2026-11-15'));
		expect(await now()).toMatchObject({ away: null, back: null });
	});

	it('tell several places of work, the largest share first', async () => {
		await record(
			fact(
				'workPlaces',
				[
					{ site: annex, share: 20 },
					{ country: 'US', region: 'CA', city: 'Fresno', share: 30 },
					{ site: main, share: 50 },
				],
				'2026-01-01',
			),
			fact('department', nursing, '2026-01-01'),
		);
		expect(await now()).toMatchObject({
			site: 'Main',
			department: 'Nursing',
			places: [
				['Main', 50],
				['CA', 30],
				['Annex', 20],
			],
		});
		await record(fact('workPlaces', [{ country: 'US', region: 'TX', city: null, share: 100 }], '2026-06-01'));
		expect(await now()).toMatchObject({ site: null, places: [['TX', 100]] });
	});

	it('let an address move between two of one batch, and never give one to two', async () => {
		const other = await here.add({ name: 'Other Person', email: 'other@example.org' });
		await record(fact('email', 'mine@example.org', '2026-01-01'));
		await record(fact('email', 'other@example.org', '2026-11-20'), {
			personId: other.id,
			kind: 'email',
			value: 'mine@example.org',
			startsOn: '2026-11-20',
		});
		expect(await now()).toMatchObject({ email: 'other@example.org' });
		await record({ personId: other.id, kind: 'email', value: 'other@example.org', startsOn: '2026-11-20' });
		expect(await now()).toMatchObject({ email: 'other@example.org' });
	});

	it('of a new name are found by it, accents or not', async () => {
		await record(fact('name', { givenName: 'Íñigo', familyName: 'Muñoz' }, '2026-11-20'));
		expect(await now()).toMatchObject({ name: 'Íñigo Muñoz' });
		expect((await now())?.search).toContain('inigo munoz');
	});

	it('touch nobody else, and are refused when they make no sense', async () => {
		const changed = await changes(platform, () => record(fact('jobTitle', 'Nurse', '2026-01-01')));
		expect(changed).toEqual({ person: '+1 -1', person_fact: '+1', event: '+1', 'job event': '+1' });
		const nonsense = { personId: id, kind: 'workerType', value: 'pirate', startsOn: '2026-01-01' };
		await expect(record(nonsense as unknown as NewFact)).rejects.toThrow();
		await expect(record({ ...fact('jobTitle', 'Nurse', '2026-13-45') })).rejects.toThrow();
	});
});
