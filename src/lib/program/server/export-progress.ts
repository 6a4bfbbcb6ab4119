import { sql } from 'drizzle-orm';
import { audit } from '../../platform/audit/server/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { dayCell, type Cell } from '../../platform/spreadsheet/cell.ts';
import { nameKeys } from '../../people/server/name-keys.ts';
import { peopleList } from '../../people/server/people-list.ts';
import type { ProgressFilter } from '../filter.ts';
import type { ProgressState } from '../progress.ts';
import { accessProgram } from './access.ts';
import { listed } from './list-progress.ts';
import { dayOf, stateOn } from './narrow.ts';

/** How many people one look at the database brings. */
export const atOnce = 5000;

/** Behind whom the next part begins. */
export interface Behind {
	readonly familyName: string;
	readonly givenName: string;
	readonly id: string;
}

/** The words of a file in the language of its reader. */
export interface ExportWords {
	readonly course: string;
	readonly states: Readonly<Record<ProgressState | 'left', string>>;
	readonly languages: Readonly<Record<'en' | 'es', string>>;
}

type Row = Record<'id' | 'number' | 'givenName' | 'familyName', string> &
	Record<
		'site' | 'department' | 'managerId' | 'dueOn' | 'assignedOn' | 'startedOn' | 'completedOn',
		string | null
	> & { language: 'en' | 'es'; state: ProgressState; left: boolean };

/** Notes in the audit who takes which list away. */
export async function noteExport(
	ctx: Ctx,
	course: string,
	filter: ProgressFilter,
	format: 'csv' | 'xlsx',
): Promise<void> {
	accessProgram(ctx, 'export');
	// Which people, not what was searched for: that may be a name.
	const { search, ...narrowed } = filter;
	const details = { ...narrowed, ...(search ? { search: 'yes' } : {}) };
	await audit(ctx, 'progress.exported', null, { course, format, ...details });
}

/**
 * The next people of a filtered list by name, as the cells of a file in the order of `exportColumns`.
 * @param behind where the part before ended; without it, from the start
 * @returns `next` when there are more
 */
export async function exportProgress(
	ctx: Ctx,
	course: string,
	filter: ProgressFilter,
	words: ExportWords,
	behind?: Behind,
): Promise<{ rows: Cell[][]; next?: Behind }> {
	accessProgram(ctx, 'export');
	const { rows } = await ctx.tx.execute<Row>(sql`
		select people.id, people.number, people.given_name as "givenName", people.family_name as "familyName",
			people.site, people.department, g.manager_id as "managerId", g.language,
			${stateOn(ctx.today, 'g')} as state, g.standing = 'left' as left, g.due_on::text as "dueOn",
			${dayOf(ctx, sql`g.assigned_at`)} as "assignedOn", ${dayOf(ctx, sql`g.started_at`)} as "startedOn",
			${dayOf(ctx, sql`g.completed_at`)} as "completedOn"
		from progress g join ${peopleList(ctx)} on people.id = g.account_id
		where ${listed(ctx, course, filter)} ${
			behind &&
			sql`and (people.family_name, people.given_name, people.id)
				> (${behind.familyName}, ${behind.givenName}, ${behind.id}::uuid)`
		}
		order by people.family_name, people.given_name, people.id limit ${atOnce}`);
	const managers = await nameKeys(ctx, 'person', [
		...new Set(rows.flatMap(({ managerId }) => managerId ?? [])),
	]);
	const last = rows.at(-1);
	return {
		rows: rows.map((row) => [
			row.number,
			row.familyName,
			row.givenName,
			row.site,
			row.department,
			managers.get(row.managerId ?? '') ?? null,
			words.languages[row.language],
			words.course,
			row.left && row.state !== 'done' ? words.states.left : words.states[row.state],
			dayCell(row.assignedOn),
			dayCell(row.dueOn),
			dayCell(row.startedOn),
			dayCell(row.completedOn),
		]),
		...(last && rows.length === atOnce ? { next: last } : {}),
	};
}
