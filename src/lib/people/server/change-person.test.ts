import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { as } from '../../../../tests/harness/actors.ts';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import {
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import type { FactKind } from '../fact.ts';
import type { Fields } from '../fact-form.ts';
import { addByHand } from './add-by-hand.ts';
import { changePerson } from './change-person.ts';
import { correctFact } from './correct-fact.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { listPeople } from './list-people.ts';
import { recordFacts } from './record-facts.ts';
import { viewOwnFacts, viewPerson } from './view-person.ts';

describe('changing what is known of a person', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	let there: TestOrg;
	let nurse: TestPerson;
	let [main, nursing] = ['', ''];
	let count = 0;

	beforeAll(async () => {
		platform = await openTestPlatform();
		({ here, there } = await platform.twoOrgs());
		await platform.act(here.org, system, async (ctx) => {
			main = (await ensureSites(ctx, ['Main'])).get('Main') ?? '';
			nursing = (await ensureDepartments(ctx, ['Nursing'])).get('Nursing') ?? '';
		});
	});
	beforeEach(async () => {
		count += 1;
		nurse = await here.add({ name: `Nurse Number${count}` });
		await platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [
				{ personId: nurse.id, kind: 'employment', value: 'employed', startsOn: '2020-03-02' },
				{ personId: nurse.id, kind: 'jobTitle', value: 'Nurse', startsOn: '2020-03-02' },
			]),
		);
	});
	afterAll(() => platform.close());

	const by = <Result>(who: TestPerson, work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(who.org, as(who), work);
	const change = (kind: FactKind, startsOn: string, fields: Fields = {}, key: string = crypto.randomUUID()) =>
		by(here.admin, (ctx) => changePerson(ctx, nurse.id, kind, { key, startsOn, ...fields }));
	const page = async () => {
		const found = await by(here.admin, (ctx) => viewPerson(ctx, nurse.id));
		if (!('admin' in found)) throw new Error('An admin sees everything.');
		return found.admin;
	};
	const line = async (kind: FactKind) => (await page()).history.find(({ fact }) => fact.kind === kind);
	const reasons = async (work: ReturnType<typeof change>) => (await work).map(({ reason }) => reason);

	it('keeps a promotion beside what was before, once however often the form comes', async () => {
		const key = crypto.randomUUID();
		const promote = () => change('jobTitle', '2026-02-01', { jobTitle: 'Charge nurse' }, key);
		const changed = await changes(platform, async () => {
			expect(await promote()).toEqual([]);
			expect(await promote()).toEqual([]);
		});
		expect(changed).toMatchObject({ person_fact: '+1', person: '+1 -1', audit_entry: '+1', form_key: '+1' });
		expect(await line('jobTitle')).toMatchObject({
			fact: { value: 'Charge nurse' },
			before: { value: 'Nurse' },
			startsOn: '2026-02-01',
			recordedBy: 'Dana Whitfield',
		});
	});

	it('shows a correction and the mistake', async () => {
		await change('supervisor', '2026-05-01', { supervisor: 'yes' });
		const wrong = await line('supervisor');
		const correct = (fields: Fields) =>
			by(here.admin, (ctx) =>
				correctFact(ctx, nurse.id, wrong?.id ?? '', {
					key: crypto.randomUUID(),
					startsOn: '2026-06-01',
					...fields,
				}),
			);
		expect(await correct({ supervisor: 'yes', startsOn: '2026-05-01' })).toEqual([{ reason: 'unchanged' }]);
		expect(await correct({ supervisor: 'yes' })).toEqual([]);
		expect((await correct({ supervisor: 'no' })).map(({ reason }) => reason)).toEqual(['corrected_already']);
		const history = (await page()).history.filter(({ fact }) => fact.kind === 'supervisor');
		expect(history).toMatchObject([
			{ startsOn: '2026-06-01', correctsAnother: true, corrected: null },
			{
				startsOn: '2026-05-01',
				correctsAnother: false,
				corrected: { how: 'replaced', by: 'Dana Whitfield' },
			},
		]);
	});

	it('takes back what was never so', async () => {
		await change('jobTitle', '2026-02-01', { jobTitle: 'Surgeon' });
		const wrong = await line('jobTitle');
		const form = { key: crypto.randomUUID(), startsOn: '', never: 'yes' };
		expect(await by(here.admin, (ctx) => correctFact(ctx, nurse.id, wrong?.id ?? '', form))).toEqual([]);
		expect((await page()).now.find((one) => 'fact' in one && one.fact.kind === 'jobTitle')).toMatchObject({
			fact: { value: 'Nurse' },
		});
		expect(await line('jobTitle')).toMatchObject({ corrected: { how: 'never' } });
	});

	it('tells leave, return, end and a new beginning', async () => {
		expect(await change('leave', '2026-11-01', { leave: 'on', until: '2027-01-10' })).toEqual([]);
		expect(await page()).toMatchObject({ presence: 'leave', leaveUntil: '2027-01-10' });
		// An earlier return takes the place of the planned one.
		expect(await change('leave', '2026-11-15', { leave: 'back' })).toEqual([]);
		expect((await page()).presence).toBe('here');
		expect(await change('employment', '2026-11-18', { employment: 'ended' })).toEqual([]);
		expect(await page()).toMatchObject({ presence: 'left', endedOn: '2026-11-18' });
		expect(await change('employment', '2026-12-01', { employment: 'employed' })).toEqual([]);
		expect((await page()).presence).toBe('left');
	});

	it('refuses what cannot be, in the words of the reason, and records nothing', async () => {
		const circle = async () => {
			const boss = await here.add({ name: `Boss Number${count}` });
			await change('manager', '2026-01-01', { manager: boss.email });
			return by(here.admin, (ctx) =>
				changePerson(ctx, boss.id, 'manager', {
					key: crypto.randomUUID(),
					startsOn: '2026-02-01',
					manager: nurse.email,
				}),
			);
		};
		expect(await circle()).toEqual([
			{
				reason: 'manager_circle',
				names: [`Boss Number${count}`, nurse.name, `Boss Number${count}`],
				field: 'manager',
			},
		]);
		expect(await change('email', '2026-02-01', { email: here.learner.email })).toEqual([
			{ reason: 'email_taken', names: ['Rosa Delgado'], field: 'email' },
		]);
		const before = (await page()).history.length;
		expect(await reasons(change('employment', '2019-01-01', { employment: 'ended' }))).toEqual([
			'ended_before_hired',
		]);
		expect(await reasons(change('jobTitle', '2020-03-02', { jobTitle: 'Cook' }))).toEqual(['same_day']);
		expect(await reasons(change('jobTitle', '2026-02-30', { jobTitle: 'Cook' }))).toEqual(['day_impossible']);
		expect(await reasons(change('jobTitle', '2026-02-01', { jobTitle: 'Nurse' }))).toEqual(['unchanged']);
		expect(await reasons(change('manager', '2026-02-01', { manager: 'nobody at all' }))).toEqual([
			'manager_unknown',
		]);
		expect(await reasons(change('manager', '2026-02-01', { manager: 'Number' }))).toEqual([
			'manager_several',
		]);
		expect(await reasons(change('manager', '2026-03-01', { manager: nurse.email }))).toEqual([
			'manager_self',
		]);
		expect(await reasons(change('workerType', '2026-02-01', { workerType: 'pirate' }))).toEqual([
			'unreadable',
		]);
		expect(await reasons(change('department', '2026-02-01', { department: crypto.randomUUID() }))).toEqual([
			'unreadable',
		]);
		expect((await page()).history).toHaveLength(before);
	});

	it('lets somebody have reported, long ago, to one who reports to them today', async () => {
		const younger = await here.add({ name: `Younger Number${count}` });
		await by(here.admin, (ctx) =>
			changePerson(ctx, younger.id, 'manager', {
				key: crypto.randomUUID(),
				startsOn: '2026-01-01',
				manager: nurse.email,
			}),
		);
		expect(await change('manager', '2026-01-01', { manager: here.admin.email })).toEqual([]);
		expect(await change('manager', '2021-01-01', { manager: younger.email })).toEqual([]);
	});

	it('takes places of work: sites and a home, each with its share', async () => {
		const fields = {
			'place-0': main,
			'share-0': '60',
			'place-2': 'home',
			'country-2': 'us',
			'region-2': 'ca',
			'city-2': 'Fresno',
			'share-2': '40',
		};
		expect(await change('workPlaces', '2026-02-01', fields)).toEqual([]);
		expect(await line('workPlaces')).toMatchObject({
			fact: {
				value: [
					{ site: { name: 'Main' }, share: 60 },
					{ site: null, country: 'US', region: 'CA', city: 'Fresno', share: 40 },
				],
			},
		});
	});

	it('is for program admins; managers see little, others nothing, and another organization nobody', async () => {
		const boss = await here.add({ name: `Above Number${count}` });
		await change('manager', '2026-01-01', { manager: boss.email });
		await change('department', '2026-01-01', { department: nursing });
		const top = await here.add({ name: `Top Number${count}` });
		await platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [{ personId: boss.id, kind: 'manager', value: top.id, startsOn: '2026-01-01' }]),
		);
		for (const above of [boss, top]) {
			expect(await by(above, (ctx) => viewPerson(ctx, nurse.id))).toEqual({
				team: {
					id: nurse.id,
					name: nurse.name,
					jobTitle: 'Nurse',
					site: null,
					department: 'Nursing',
					presence: 'here',
				},
			});
			const form = { key: crypto.randomUUID(), startsOn: '2026-03-01', jobTitle: 'Cook' };
			await expect(by(above, (ctx) => changePerson(ctx, nurse.id, 'jobTitle', form))).rejects.toThrow(
				'not_found',
			);
		}
		for (const other of [nurse, here.learner, there.admin, there.learner]) {
			await expect(by(other, (ctx) => viewPerson(ctx, nurse.id))).rejects.toThrow('not_found');
		}
		await expect(by(here.admin, (ctx) => viewPerson(ctx, 'no-id'))).rejects.toThrow('not_found');
		await expect(by(boss, (ctx) => viewPerson(ctx, here.admin.id))).rejects.toThrow('not_found');
		expect((await by(nurse, viewOwnFacts)).name).toBe(nurse.name);
	});

	it('begins with adding somebody by hand, whose number and address are theirs alone', async () => {
		const form = {
			key: crypto.randomUUID(),
			number: `H-${count}`,
			givenName: 'Hana',
			familyName: 'Ito',
			email: `hana.${count}@example.org`,
			language: 'es',
			hiredOn: '2026-12-01',
			site: main,
			department: nursing,
			manager: nurse.email,
			jobTitle: 'Aide',
		};
		const add = (fields: Fields) => by(here.admin, (ctx) => addByHand(ctx, { ...form, ...fields }));
		const added = await add({});
		expect(await add({})).toEqual(added);
		expect(await add({ key: crypto.randomUUID() })).toEqual({
			refusals: [{ reason: 'number_taken', names: ['Hana Ito'], field: 'number' }],
		});
		const twice = { key: crypto.randomUUID(), number: 'other' };
		expect(await add(twice)).toMatchObject({ refusals: [{ reason: 'email_taken' }] });
		expect(await add({ key: crypto.randomUUID(), number: '', hiredOn: 'soon' })).toEqual({
			refusals: [
				{ reason: 'unreadable', field: 'number' },
				{ reason: 'unreadable', field: 'hiredOn' },
			],
		});
		await expect(by(nurse, (ctx) => addByHand(ctx, form))).rejects.toThrow('not_found');
		const found = await by(here.admin, (ctx) =>
			listPeople(ctx, {
				search: 'hana',
				site: main,
				department: nursing,
				presence: 'later',
				workerType: 'employee',
			}),
		);
		expect(found.people.map(({ id }) => id)).toEqual(['id' in added ? added.id : '']);
		expect((await by(here.admin, (ctx) => listPeople(ctx, { search: 'hana', presence: 'left' }))).total).toBe(
			0,
		);
		expect((await by(here.admin, (ctx) => listPeople(ctx, { search: 'hana', missing: 'place' }))).total).toBe(
			0,
		);
		expect((await by(there.admin, (ctx) => listPeople(ctx, { search: 'hana' }))).total).toBe(0);
	});
});
