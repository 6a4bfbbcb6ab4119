import { randomUUID } from 'node:crypto';
import type { ImportCounts } from '../../src/lib/people/import/import-preview.ts';
import type { PeopleFile } from '../../src/lib/people/import/person-row.ts';
import { readPeople, type Reading } from '../../src/lib/people/import/read-people.ts';
import { applyImport } from '../../src/lib/people/server/apply-import.ts';
import { chooseColumns, previewImport, stageImport } from '../../src/lib/people/server/stage-import.ts';
import { as } from './actors.ts';
import type { TestOrg } from './orgs.ts';
import type { TestPlatform } from './platform.ts';
import { asAdministrator } from './rows.ts';

/** Reads a file that is one. */
export function readFile(file: string | Uint8Array, how: Partial<Reading> = {}): PeopleFile {
	const bytes = typeof file === 'string' ? Buffer.from(file) : file;
	const read = readPeople({ bytes, today: '2026-11-20', ...how });
	if (typeof read === 'string') throw new Error(`The file was refused: ${read}`);
	return read;
}

/** How an admin brings files in; what is guessed of their columns is confirmed as it is. */
export function importDesk(platform: TestPlatform, { org, admin }: TestOrg) {
	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(org, as(admin), work);
	const stage = (file: string | Uint8Array, key = randomUUID()) =>
		act(async (ctx) => {
			const read = readFile(file);
			const id = await stageImport(ctx, read, key);
			if ((await previewImport(ctx, id)).state === 'asking')
				await chooseColumns(
					ctx,
					id,
					read,
					read.columns.map(({ column }) => column),
				);
			return id;
		});
	const apply = async (id: string, wish: Parameters<typeof applyImport>[2] = {}) => {
		const counts = await act((ctx) => applyImport(ctx, id, wish));
		await platform.settled();
		return counts;
	};
	return {
		act,
		stage,
		apply,
		preview: (id: string) => act((ctx) => previewImport(ctx, id)),
		/** Both at once. */
		bring: async (
			file: string | Uint8Array,
			wish: Parameters<typeof applyImport>[2] = {},
		): Promise<ImportCounts> => apply(await stage(file), wish),
		/** Those who came by a file, by number: what a people page may show and more. */
		people: () =>
			asAdministrator(platform, async (admin) => {
				const { rows } = await admin.query<Record<string, string | null>>(
					`select p.number, p.given_name as given, p.family_name as family, p.email, d.name as department, s.name as site,
						p.hired_on::text as hired, a.language, m.number as manager
					from person p join account a on a.org_id = p.org_id and a.id = p.id
					left join department d on d.org_id = p.org_id and d.id = p.department_id
					left join site s on s.org_id = p.org_id and s.id = p.site_id
					left join person m on m.org_id = p.org_id and m.id = p.manager_id
					where p.org_id = $1 and length(p.number) > 2 order by p.number`,
					[org.id],
				);
				return rows;
			}),
	};
}

/** One person of a file: number, address, number of the manager. */
export type Line = readonly [number: string, email: string, manager?: string];

/** A file of these people. */
export const fileOf = (lines: readonly Line[]) =>
	[
		'Number,Name,E-mail,Manager',
		...lines.map(([number, email, manager = '']) => `${number},Some Body,${email},${manager}`),
	].join('\n');

/** Takes away everybody who came by a file with a number of more than two digits, of every organization but one. */
export const emptyImports = (platform: TestPlatform, keep: string) =>
	asAdministrator(platform, (admin) =>
		admin.query(
			`delete from account a using person p where p.org_id = a.org_id and p.id = a.id
			and length(p.number) > 2 and p.number <> $1`,
			[keep],
		),
	);
