import { randomUUID } from 'node:crypto';
import { parsePeopleFile } from '../../src/lib/people/parse-people-file.ts';
import type { ParsedFile } from '../../src/lib/people/person.ts';
import { applyImport } from '../../src/lib/people/server/apply-import.ts';
import { previewImport, stageImport, type ImportCounts } from '../../src/lib/people/server/stage-import.ts';
import { as } from './actors.ts';
import type { TestOrg } from './orgs.ts';
import type { TestPlatform } from './platform.ts';
import { asAdministrator } from './rows.ts';

/** Reads a file that is one. */
export function readPeople(file: string): ParsedFile {
	const parsed = parsePeopleFile(Buffer.from(file));
	if (typeof parsed === 'string') throw new Error(`The file was refused: ${parsed}`);
	return parsed;
}

/** How an admin brings files in. */
export function importDesk(platform: TestPlatform, { org, admin }: TestOrg) {
	const act = <Result>(work: Parameters<typeof platform.act<Result>>[2]) =>
		platform.act(org, as(admin), work);
	const stage = (file: string, key = randomUUID()) => act((ctx) => stageImport(ctx, readPeople(file), key));
	const apply = (id: string) => act((ctx) => applyImport(ctx, id));
	return {
		stage,
		apply,
		preview: (id: string) => act((ctx) => previewImport(ctx, id)),
		/** Both at once. */
		bring: async (file: string): Promise<ImportCounts> => apply(await stage(file)),
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
