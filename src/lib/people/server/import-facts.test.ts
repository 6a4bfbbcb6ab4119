import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importDesk } from '../../../../tests/harness/import.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { applyImportQueue } from './apply-import.ts';

const fixture = (name: string) => readFileSync(new URL(`../import/fixtures/${name}`, import.meta.url));

describe('facts that a file brings', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let here: ReturnType<typeof importDesk>;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		here = importDesk(platform, orgs.here);
	});
	afterAll(() => platform.close());
	beforeEach(() =>
		asAdministrator(platform, (admin) =>
			admin.query(
				`delete from account a using person p where p.org_id = a.org_id and p.id = a.id and length(p.number) > 2`,
			),
		),
	);

	/** Every fact of somebody by the day from which it counts; a corrected one in brackets. */
	const history = (number: string) =>
		asAdministrator(platform, async (admin) => {
			const { rows } = await admin.query<{ said: string }>(
				`select f.starts_on::text || ' ' || f.kind || ' ' || f.value::text || case when exists (
					select from person_fact c where c.org_id = f.org_id and c.corrects = f.id) then ' (mistaken)' else '' end as said
				from person_fact f join person p on p.org_id = f.org_id and p.id = f.person_id
				where p.org_id = $1 and p.number = $2 and f.kind not in ('name', 'email')
				order by f.starts_on, f.kind, f.recorded_at, f.id`,
				[orgs.here.org.id, number],
			);
			return rows.map(({ said }) => said);
		});
	const now = (number: string) =>
		asAdministrator(platform, async (admin) => {
			const { rows } = await admin.query<Record<string, unknown>>(
				`select p.job_title as title, p.supervisor, p.worker_type as type, p.hired_on::text as hired, p.ended_on::text as ended,
					p.leave_from::text as leave, p.leave_until::text as back, p.preferred_name as called, m.number as manager,
					(select json_agg(coalesce(s.name, w.region) || ' ' || w.share order by w.position) from person_place w
						left join site s on s.org_id = w.org_id and s.id = w.site_id
						where w.org_id = p.org_id and w.person_id = p.id) as places
				from person p left join person m on m.org_id = p.org_id and m.id = p.manager_id
				where p.org_id = $1 and p.number = $2`,
				[orgs.here.org.id, number],
			);
			return rows[0];
		});
	const head =
		'Number,Name,Job title,Hire date,Rehire date,Termination date,Status,Leave start,Return date\n';
	const again = async (file: string | Uint8Array) => {
		const id = await here.stage(file);
		expect((await here.preview(id)).counts).toMatchObject({ added: 0, changed: 0 });
		expect(await changes(platform, () => here.apply(id))).toEqual({
			people_import: '+1 -1',
			people_import_part: '-1', // the list of who is not in it
			audit_entry: '+1',
		});
	};

	it('are all that is known of somebody: place with shares, kind of worker, supervisor, leave', async () => {
		const file = `Number,Name,Preferred name,Job title,Supervisor (Y/N),Worker type,Site,Site %,Site 2,Site 2 %,Hire date,Leave start,Return date,Manager ID
301,Ana Morales,Anita,Nurse,Yes,Regular,Main,60,Annex,40,2019-03-25,2026-11-01,2027-02-01,
302,Ben Okafor,,Porter,No,Seasonal,Remote (TX),,,,2024-01-02,,,301
`;
		await here.bring(file);
		const [ana, ben] = [await now('301'), await now('302')];
		expect(ana).toMatchObject({
			title: 'Nurse',
			supervisor: true,
			type: 'employee',
			hired: '2019-03-25',
			called: 'Anita',
		});
		expect(ana).toMatchObject({ places: ['Main 60', 'Annex 40'], leave: '2026-11-01', back: '2027-02-01' });
		expect(ben).toMatchObject({
			supervisor: false,
			type: 'seasonal',
			places: ['TX 100'],
			manager: '301',
			leave: null,
		});
		await again(file);
	});

	it('become history when they change, from the day that is said, and mistakes are visible when they are corrected', async () => {
		await here.bring(`${head}303,Cleo Park,Nurse,2019-03-25,,,,,\n`);
		await here.bring(`${head}303,Cleo Park,Head nurse,2019-03-25,,,,,\n`, { from: '2026-10-01' });
		expect(await history('303')).toEqual([
			'2019-03-25 employment "employed"',
			'2019-03-25 jobTitle "Nurse"',
			'2026-10-01 jobTitle "Head nurse"',
		]);
		await here.bring(`${head}303,Cleo Park,Chief nurse,2019-04-01,,,,,\n`, { corrects: true });
		expect(await history('303')).toEqual([
			'2019-03-25 employment "employed" (mistaken)',
			'2019-03-25 jobTitle "Nurse"',
			'2019-04-01 employment "employed"',
			'2026-10-01 jobTitle "Head nurse" (mistaken)',
			'2026-10-01 jobTitle "Chief nurse"',
		]);
		expect(await now('303')).toMatchObject({ title: 'Chief nurse', hired: '2019-04-01' });
		await again(`${head}303,Cleo Park,Chief nurse,2019-04-01,,,,,\n`);
	});

	it('tell who left, who comes back and who is on leave', async () => {
		const first = `${head}304,Dora Quist,,2015-01-01,,2020-06-30,Terminated,,\n305,Eze Okoro,,2016-01-01,,,On leave,,\n306,Fay Lund,,2017-01-01,,,Active,,\n`;
		await here.bring(first);
		expect(await now('304')).toMatchObject({ hired: '2015-01-01', ended: '2020-06-30' });
		expect(await now('305')).toMatchObject({ leave: '2026-11-20' });
		await again(first);
		const second = `${head}304,Dora Quist,,2015-01-01,2026-11-02,,Active,,\n305,Eze Okoro,,2016-01-01,,,Active,,\n306,Fay Lund,,2017-01-01,,2026-12-31,Active,,\n`;
		await here.bring(second);
		expect(await now('304')).toMatchObject({ hired: '2026-11-02', ended: null });
		expect(await now('305')).toMatchObject({ leave: null });
		expect(await now('306')).toMatchObject({ hired: '2017-01-01', ended: '2026-12-31' });
		await again(second);
		await here.bring(`${head}306,Fay Lund,,2017-01-01,,2027-01-31,Active,,\n`);
		expect(await now('306')).toMatchObject({ ended: '2027-01-31' });
		expect(await history('306')).toContain('2026-12-31 employment "ended" (mistaken)');
	});

	it('end nobody who is missing from the file but those who are named', async () => {
		await here.bring(
			`${head}307,Gil Roca,,2017-01-01,,,,,\n308,Hana Sato,,2017-01-01,,,,,\n309,Ida Berg,,2017-01-01,,,,,\n`,
		);
		const id = await here.stage(`${head}309,Ida Berg,,2017-01-01,,,,,\n`);
		const { missing } = (await here.preview(id)).plan;
		expect(missing.filter(({ number }) => number.length > 2).map(({ number }) => number)).toEqual([
			'307',
			'308',
		]);
		const gil = missing.find(({ number }) => number === '307');
		const stranger = orgs.there.learner.id;
		await here.apply(id, { leavers: [gil?.id ?? '', stranger], from: '2026-11-15' });
		expect([await now('307'), await now('308'), await now('309')]).toMatchObject([
			{ ended: '2026-11-15' },
			{ ended: null },
			{ ended: null },
		]);
	});

	it('name managers by number, address or name, and never in a circle', async () => {
		const managers = 'Number,Name,E-mail,Manager\n';
		const id = await here.stage(
			`${managers}00311,Ana Morales,ana@x.example,\n312,Ben Okafor,,311\n313,Cleo Park,,ana@x.example\n314,Dora Quist,,"Okafor, Ben"\n315,Ben Young,,Nobody Here\n316,Eze Okoro,,317\n317,Fay Lund,,318\n318,Gil Roca,,316\n319,Hana Sato,,Sam Same\n320,Sam Same,,\n321,Sam Same,,\n`,
		);
		const { problems } = (await here.preview(id)).plan;
		expect(problems.map(({ line, reason, who }) => [line, reason, ...(who ?? [])])).toEqual([
			[6, 'manager_unknown'],
			[7, 'manager_circle', 'Eze Okoro', 'Fay Lund', 'Gil Roca'],
			[8, 'manager_circle', 'Eze Okoro', 'Fay Lund', 'Gil Roca'],
			[9, 'manager_circle', 'Eze Okoro', 'Fay Lund', 'Gil Roca'],
			[10, 'manager_several'],
		]);
		await here.apply(id);
		const above = async (number: string) => (await now(number))?.manager;
		expect(await Promise.all(['312', '313', '314', '315', '316', '319'].map(above))).toEqual([
			'00311',
			'00311',
			'312',
			null,
			null,
			null,
		]);
		// A circle over somebody who is not in the file.
		const next = await here.stage(`${managers}00311,Ana Morales,,314\n`);
		expect((await here.preview(next)).plan.problems).toMatchObject([
			{ reason: 'manager_circle', who: ['Ana Morales', 'Dora Quist', 'Ben Okafor'] },
		]);
	});

	it('describe sites that nobody described yet', async () => {
		const file =
			'Number,Name,Site,Work state,Work city,Site industry\n331,Ana M,Harbor North,CA,Oakland,Health care\n332,Ben O,Harbor North,CA,Oakland,Health care\n';
		await here.bring(file);
		const site = () =>
			asAdministrator(platform, async (admin) => {
				const { rows } = await admin.query(
					`select country, region, city, industry from site where name = 'Harbor North'`,
				);
				return rows;
			});
		expect(await site()).toEqual([{ country: 'US', region: 'CA', city: 'Oakland', industry: 'Health care' }]);
		await here.bring(file.replaceAll('CA', 'NV'));
		expect(await site()).toEqual([{ country: 'US', region: 'CA', city: 'Oakland', industry: 'Health care' }]);
	});

	it('come in part by part, each once, and go on when they were interrupted', async () => {
		const people = Array.from(
			{ length: 3300 },
			(_, index) =>
				`5${String(index).padStart(5, '0')},Person Number${index},${index ? `5${String(index - 1).padStart(5, '0')}` : ''}`,
		);
		const file = `Number,Name,Manager ID\n${people.join('\n')}\n`;
		const elsewhere = await allRows(platform, orgs.there.org.id);
		const id = await here.stage(file);
		const changed = await changes(platform, () => here.apply(id));
		expect(changed).toMatchObject({
			account: '+3300',
			person: '+3300',
			person_fact: '+6599',
			people_import_part: '-10',
		});
		expect(await here.preview(id)).toMatchObject({ state: 'done', total: 3300, done: 3300 });
		expect(await now('503299')).toMatchObject({ manager: '503298' });
		await again(file);
		expect(await allRows(platform, orgs.there.org.id)).toEqual(elsewhere);
		// A job that comes again, for an import that is done, does nothing.
		const repeat = { org: orgs.here.org.id, import: id };
		expect(
			await changes(platform, () =>
				platform.act(orgs.here.org, system, (ctx) => applyImportQueue.run(ctx, repeat, undefined as never)),
			),
		).toEqual({});
	}, 60_000);

	it.each(['bamboohr.csv', 'workday.xlsx', 'adp.csv', 'ukg.xls', 'rippling.csv', 'defects.csv'])(
		'from %s come in, the same file twice changes nothing, and what is not mapped is nowhere',
		async (name) => {
			await here.bring(fixture(name));
			await again(fixture(name));
			// Without ids and hashes: any five digits may stand in one.
			const everything = [...(await allRows(platform)).values()]
				.flat()
				.join('\n')
				.replace(/[0-9a-f-]{20,}/g, '');
			const found = ['canary', '91000'].filter((unmapped) => everything.includes(unmapped));
			expect(found).toEqual([]);
		},
	);
});
