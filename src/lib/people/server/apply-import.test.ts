import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDesk, readFile } from '../../../../tests/harness/import.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import { as, nobody, openTestPlatform, type TestPlatform } from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { inventPeopleFile } from '../../demo/server/invent-people.ts';
import { applyImport } from './apply-import.ts';
import { previewImport, stageImport } from './stage-import.ts';

const file = `Number,Name,E-mail,Manager,Department,Site,Language,Hired,Salary
101,Ana Morales,ana@example.org,102,Nursing,Main,es,2024-03-25,canary-salary
102,Ben Okafor,ben@example.org,,,,,,canary-salary
103,Cleo Park,,102,,,,,canary-salary
`;

describe('people of a file', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let here: ReturnType<typeof importDesk>;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
		here = importDesk(platform, orgs.here);
	});
	afterAll(() => platform.close());

	it('may be brought in by program admins of their own organization alone', async () => {
		const id = await here.stage(file);
		const parsed = readFile(file);
		const changed = await changes(platform, async () => {
			for (const [org, actor, code] of [
				[orgs.here.org, as(orgs.here.learner), 'not_found'],
				[orgs.here.org, nobody, 'sign_in_required'],
			] as const) {
				const refused = { code };
				const staging = platform.act(org, actor, (ctx) => stageImport(ctx, parsed, randomUUID()));
				await expect(staging).rejects.toMatchObject(refused);
				await expect(platform.act(org, actor, (ctx) => previewImport(ctx, id))).rejects.toMatchObject(
					refused,
				);
				await expect(platform.act(org, actor, (ctx) => applyImport(ctx, id))).rejects.toMatchObject(refused);
			}
			const there = importDesk(platform, orgs.there);
			await expect(there.preview(id)).rejects.toMatchObject({ code: 'import_gone' });
			await expect(there.apply(id)).rejects.toMatchObject({ code: 'import_gone' });
			await expect(here.apply(randomUUID())).rejects.toMatchObject({ code: 'import_gone' });
		});
		expect(changed).toEqual({});
	});

	it('change nothing while they are only shown', async () => {
		const key = randomUUID();
		let id = '';
		const changed = await changes(platform, async () => (id = await here.stage(file, key)));
		expect(changed).toEqual({ people_import: '+1', people_import_part: '+4', form_key: '+1' });
		expect(await changes(platform, async () => expect(await here.stage(file, key)).toBe(id))).toEqual({});
		expect(await here.preview(id)).toMatchObject({
			counts: { added: 3, changed: 0, same: 0, heldBack: 0 },
			state: 'ready',
		});
	});

	it('come in with everything that the file says, and nothing of columns it does not know', async () => {
		const id = await here.stage(file);
		const changed = await changes(platform, () => here.apply(id));
		expect(changed).toEqual({
			account: '+3',
			person: '+3',
			person_fact: '+10',
			person_place: '+1',
			site: '+1',
			department: '+1',
			people_import: '+1 -1',
			audit_entry: '+1',
			event: '+2',
			'job event': '+2',
			people_import_part: '-4',
		});
		const nothing = { department: null, site: null, hired: null, language: 'en' };
		expect(await here.people()).toEqual([
			{
				number: '101',
				given: 'Ana',
				family: 'Morales',
				email: 'ana@example.org',
				department: 'Nursing',
				site: 'Main',
				hired: '2024-03-25',
				language: 'es',
				manager: '102',
			},
			{ number: '102', given: 'Ben', family: 'Okafor', email: 'ben@example.org', ...nothing, manager: null },
			{ number: '103', given: 'Cleo', family: 'Park', email: null, ...nothing, manager: '102' },
		]);
		const everything = [...(await allRows(platform)).values()].flat().join('\n');
		expect(everything).toContain('ana@example.org');
		expect(everything).not.toContain('canary');
		expect((await here.preview(id)).plan).toMatchObject({ added: [], changed: [], missing: [] }); // the words of the file are gone with the yes to it
	});

	it('applied again, or brought again by the same file, stay as they are', async () => {
		const id = await here.stage(file);
		expect(await here.preview(id)).toMatchObject({ counts: { added: 0, changed: 0, same: 3 } });
		expect(await changes(platform, () => here.apply(id))).toEqual({
			people_import: '+1 -1',
			people_import_part: '-1',
			audit_entry: '+1',
		});
		expect(await changes(platform, () => here.apply(id))).toEqual({});
	});

	it('stay as they are where a later file has empty cells, and change where it has others', async () => {
		const later =
			'Number,Name,E-mail,Department,Site,Language,Hired,Manager\n101,Ana Morales,,,,,,\n103,Cleo Parks,,Lab,,es,,101\n';
		const before = await here.people();
		expect(await here.bring(later)).toMatchObject({ added: 0, changed: 1, same: 1, heldBack: 0 });
		const cleo = { ...before[2], family: 'Parks', department: 'Lab', language: 'es', manager: '101' };
		expect(await here.people()).toEqual([before[0], before[1], cleo]);
	});

	it('come in once when two say yes at the same moment', async () => {
		const id = await here.stage('Number,Name\n104,Dora Quist\n');
		const changed = await changes(platform, () => Promise.all([1, 2, 3].map(() => here.apply(id))));
		expect(changed).toEqual({
			account: '+1',
			person: '+1',
			person_fact: '+1',
			people_import: '+1 -1',
			audit_entry: '+1',
			people_import_part: '-3',
			event: '+1',
			'job event': '+1',
		});
	});

	it('come in once when two files name them at the same moment', async () => {
		const numbers = Array.from({ length: 40 }, (_, index) => 300 + index);
		const files = [numbers, [...numbers].reverse()].map(
			(order) =>
				`Number,Name,E-mail\n${order.map((one) => `${one},Same Person,p${one}@example.org`).join('\n')}\n`,
		);
		const staged = [await here.stage(files[0] ?? ''), await here.stage(files[1] ?? '')];
		const changed = await changes(platform, () => Promise.all(staged.map((id) => here.apply(id))));
		expect(changed).toMatchObject({ account: '+40', person: '+40' });
	});

	it('are two hundred at once, in one organization alone', async () => {
		const there = importDesk(platform, orgs.there);
		const elsewhere = await allRows(platform, orgs.here.org.id);
		const everyone = inventPeopleFile(200);
		expect(await there.bring(everyone)).toMatchObject({ added: 200, changed: 0, same: 0, heldBack: 0 });
		expect(await there.bring(everyone)).toMatchObject({ added: 0, changed: 0, same: 200, heldBack: 0 });
		expect(await there.people()).toHaveLength(200);
		expect(await allRows(platform, orgs.here.org.id)).toEqual(elsewhere);
	});
});
