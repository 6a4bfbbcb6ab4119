import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { peopleList } from '../../people/server/people-list.ts';
import { searchText } from '../../people/search-text.ts';
import type { ProgressFilter } from '../filter.ts';
import type { PersonProgress, ProgressState } from '../progress.ts';
import { accessProgram } from './access.ts';
import { courseProgress } from './course-progress.ts';
import { dayOf, narrow, stateOn } from './narrow.ts';

export const peopleOnPage = 50;

type Row = Omit<PersonProgress, 'name'> & { givenName: string; familyName: string };

/**
 * One page of the people of a course, by name or by due date. Who has left stands in it only when asked for.
 * @param page from 1
 */
export async function listProgress(
	ctx: Ctx,
	course: string,
	filter: ProgressFilter = {},
	page = 1,
): Promise<{ people: PersonProgress[]; total: number }> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<Row>(sql`
		select people.id, people.number, people.given_name as "givenName", people.family_name as "familyName", people.site, people.department,
			${stateOn(ctx.today, 'g')} as state, g.standing = 'left' as left, g.due_on::text as "dueOn",
			${dayOf(ctx, sql`g.completed_at`)} as "completedOn"
		from progress g join ${peopleList(ctx)} on people.id = g.account_id
		where ${listed(ctx, course, filter)}
		order by ${order(ctx, filter)}
		limit ${peopleOnPage} offset ${(page - 1) * peopleOnPage}`);
	return {
		total: await countListed(ctx, course, filter),
		people: rows.map(({ givenName, familyName, ...row }) => ({
			...row,
			name: `${givenName} ${familyName}`.trim(),
		})),
	};
}

/** Which rows of `progress g` with their `people` a filter means. */
export function listed(ctx: Ctx, course: string, filter: ProgressFilter): SQL {
	const { state, search } = filter;
	const words = searchText(search ?? '')
		.split(' ')
		.filter(Boolean)
		.slice(0, 8);
	return sql.join(
		[
			narrow(ctx, course, filter),
			state === 'left' ? sql`g.standing = 'left'` : sql`g.standing <> 'left'`,
			...(state && state !== 'left' ? [sql`${stateOn(ctx.today, 'g')} = ${state}`] : []),
			...words.map((word) => sql`people.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
		],
		sql` and `,
	);
}

const byName = sql`people.family_name, people.given_name, people.id`;

function order(ctx: Ctx, { sort }: ProgressFilter): SQL {
	if (sort !== 'due') return byName;
	return sql`${stateOn(ctx.today, 'g')} = 'done', g.standing = 'leave', g.due_on nulls last, ${byName}`;
}

/** A search has to look at people; everything else is counted already. */
export async function countListed(ctx: Ctx, course: string, filter: ProgressFilter): Promise<number> {
	accessProgram(ctx, 'see');
	if (!filter.search) {
		const counts = await courseProgress(ctx, course, filter);
		return counts?.[(filter.state ?? 'people') satisfies ProgressState | 'left' | 'people'] ?? 0;
	}
	const { rows } = await ctx.tx.execute<{ people: number }>(sql`
		select count(*)::int as people from progress g join ${peopleList(ctx)} on people.id = g.account_id
		where ${listed(ctx, course, filter)}`);
	return rows[0]?.people ?? 0;
}
