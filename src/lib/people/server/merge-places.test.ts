import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOrg } from '../../../../tests/harness/orgs.ts';
import { as, openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { changes } from '../../../../tests/harness/rows.ts';
import { addDepartment, renameDepartment } from './change-department.ts';
import { addSite, changeSite } from './change-site.ts';
import { ensureDepartments, ensureSites } from './ensure-places.ts';
import { listDepartments, listSites, viewDepartment, viewSite } from './list-places.ts';
import { mergePlaces } from './merge-places.ts';
import { recordFacts } from './record-facts.ts';
import { viewPerson } from './view-person.ts';

describe('sites and departments', () => {
	let platform: TestPlatform;
	let here: TestOrg;
	let there: TestOrg;
	beforeAll(async () => {
		platform = await openTestPlatform();
		({ here, there } = await platform.twoOrgs());
	});
	afterAll(() => platform.close());

	const admin = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(here.org, as(here.admin), work);
	const site = async (name: string) =>
		platform.act(here.org, system, async (ctx) => (await ensureSites(ctx, [name])).get(name) ?? '');
	const form = (name: string, more: Record<string, string> = {}) => ({
		key: randomUUID(),
		name,
		startsOn: '2026-03-01',
		...more,
	});

	it('change from a day on, keep what was before, and are still found by their former name', async () => {
		const id = await site('HQ');
		const wish = form('Headquarters', {
			country: 'us',
			region: 'il',
			city: 'Chicago',
			timeZone: 'America/Chicago',
		});
		const change = () => admin((ctx) => changeSite(ctx, id, wish));
		expect(await change()).toEqual([]);
		expect(await changes(platform, change)).toEqual({});
		const found = await admin((ctx) => viewSite(ctx, id));
		expect(found).toMatchObject({
			site: { name: 'Headquarters', country: 'US', region: 'IL', timeZone: 'America/Chicago', people: 0 },
		});
		const names = 'history' in found ? found.history.filter(({ kind }) => kind === 'name') : [];
		expect(names.map(({ value, recordedBy }) => [value, recordedBy])).toEqual([
			[['Headquarters'], 'Dana Whitfield'],
			[['HQ'], null],
		]);
		expect(await site('HQ')).toBe(id);
	});

	it('are told why they cannot be changed', async () => {
		const id = await site('North');
		await site('South');
		const refused = async (fields: Record<string, string>) =>
			(await admin((ctx) => changeSite(ctx, id, fields))).map(({ reason, field }) => [reason, field]);
		expect(await refused(form('South'))).toEqual([['name_taken', 'name']]);
		expect(await refused(form('North'))).toEqual([['unchanged', 'name']]);
		expect(await refused(form('North', { timeZone: 'Mars/Olympus' }))).toEqual([['unreadable', 'timeZone']]);
		expect(await refused(form('North', { startsOn: '2026-02-30', city: 'Reno' }))).toEqual([
			['day_impossible', 'startsOn'],
		]);
		expect(await refused(form('', { country: 'USA' }))).toHaveLength(2);
	});

	it('that are one are merged: people move by facts of today, history and files follow', async () => {
		const [from, into] = [await site('Main St'), await site('Main Street')];
		const nurse = await here.add({ name: 'Nora Nurse' });
		const later = await here.add({ name: 'Lena Later' });
		await platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [
				{
					personId: nurse.id,
					kind: 'workPlaces',
					value: [
						{ site: from, share: 60 },
						{ site: into, share: 20 },
						{ country: 'US', region: 'CA', city: null, share: 20 },
					],
					startsOn: '2025-01-01',
				},
				{
					personId: later.id,
					kind: 'workPlaces',
					value: [{ site: from, share: 100 }],
					startsOn: '2027-01-04',
				},
			]),
		);
		const key = randomUUID();
		const merge = () => admin((ctx) => mergePlaces(ctx, 'site', { key, from, into }));
		expect(await merge()).toBe(2);
		expect(await changes(platform, merge)).toEqual({});
		const history = async (id: string) => {
			const found = await admin((ctx) => viewPerson(ctx, id));
			return 'admin' in found ? found.admin.history.filter(({ fact }) => fact.kind === 'workPlaces') : [];
		};
		expect(await history(nurse.id)).toMatchObject([
			{
				startsOn: '2026-11-20',
				fact: {
					value: [
						{ site: { name: 'Main Street' }, share: 80 },
						{ site: null, share: 20 },
					],
				},
			},
			{
				startsOn: '2025-01-01',
				fact: { value: [{ site: { name: 'Main St' } }, { site: { name: 'Main Street' } }, {}] },
			},
		]);
		expect((await history(later.id)).find(({ corrected }) => !corrected)).toMatchObject({
			startsOn: '2027-01-04',
			fact: { value: [{ site: { name: 'Main Street' } }] },
		});
		expect(await site('Main St')).toBe(into);
		expect((await admin(listSites)).map(({ name }) => name)).not.toContain('Main St');
		expect((await admin(listSites)).find(({ id }) => id === into)?.people).toBe(2);
		expect(await admin((ctx) => viewSite(ctx, from))).toEqual({ goTo: into });
	});

	it('are departments, too', async () => {
		const departments = await platform.act(here.org, system, (ctx) =>
			ensureDepartments(ctx, ['Care', 'Nursing']),
		);
		const [from, into] = [departments.get('Care') ?? '', departments.get('Nursing') ?? ''];
		const aide = await here.add({ name: 'Ada Aide' });
		await platform.act(here.org, system, (ctx) =>
			recordFacts(ctx, [{ personId: aide.id, kind: 'department', value: from, startsOn: '2025-01-01' }]),
		);
		expect(await admin((ctx) => renameDepartment(ctx, from, form('Home care')))).toEqual([]);
		expect(await admin((ctx) => renameDepartment(ctx, from, form('Nursing')))).toMatchObject([
			{ reason: 'name_taken' },
		]);
		expect(
			(await platform.act(here.org, system, (ctx) => ensureDepartments(ctx, ['Care']))).get('Care'),
		).toBe(from);
		expect(await admin((ctx) => mergePlaces(ctx, 'department', { key: randomUUID(), from, into }))).toBe(1);
		expect((await admin(listDepartments)).find(({ id }) => id === into)?.people).toBe(1);
		expect(await admin((ctx) => viewDepartment(ctx, from))).toEqual({ goTo: into });
		expect(
			(await platform.act(here.org, system, (ctx) => ensureDepartments(ctx, ['Care']))).get('Care'),
		).toBe(into);
	});

	it('are for program admins of their own organization', async () => {
		const [id, other] = [await site('West'), await site('East')];
		const pair = { key: randomUUID(), from: id, into: other };
		const changed = await changes(platform, async () => {
			for (const who of [here.learner, there.admin]) {
				const act = (work: Parameters<typeof platform.act<unknown>>[2]) =>
					platform.act(who.org, as(who), work);
				await expect(act((ctx) => changeSite(ctx, id, form('Mine')))).rejects.toThrow('not_found');
				await expect(act((ctx) => viewSite(ctx, id))).rejects.toThrow('not_found');
				await expect(act((ctx) => mergePlaces(ctx, 'site', pair))).rejects.toThrow('not_found');
			}
			const learner = as(here.learner);
			for (const add of [addSite, addDepartment])
				await expect(platform.act(here.org, learner, (ctx) => add(ctx, { name: 'Mine' }))).rejects.toThrow(
					'not_found',
				);
			await expect(admin((ctx) => mergePlaces(ctx, 'site', { ...pair, into: 'nowhere' }))).rejects.toThrow(
				'not_found',
			);
			await expect(admin((ctx) => mergePlaces(ctx, 'site', { ...pair, into: id }))).rejects.toThrow(
				'not_found',
			);
		});
		expect(changed).toEqual({});
	});
});
