import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { Audience } from '../audience.ts';

/** Who works here on a day: begun, and not ended before it. Who has no dates, does. For a `person` called `p`. */
export const worksOn = (day: string) =>
	sql`(p.hired_on is null or p.hired_on <= ${day}::date) and (p.ended_on is null or p.ended_on >= ${day}::date)`;

/**
 * The people that an audience means, by what is known of them today: those who work here or will.
 * The caller has asked its own area for access.
 * @returns their ids, in the order in which they came
 */
export async function findAudience(ctx: Ctx, audience: Audience): Promise<string[]> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select p.id from person p join account a on a.org_id = p.org_id and a.id = p.id
		where ${inAudience(ctx, audience)} order by p.id`);
	return rows.map(({ id }) => id);
}

/** How many they are. */
export async function countAudience(ctx: Ctx, audience: Audience): Promise<number> {
	const { rows } = await ctx.tx.execute<{ people: number }>(sql`
		select count(*)::int as people from person p join account a on a.org_id = p.org_id and a.id = p.id
		where ${inAudience(ctx, audience)}`);
	return rows[0]?.people ?? 0;
}

function inAudience(ctx: Ctx, audience: Audience): SQL {
	const any = (values: readonly string[], type: string) =>
		sql`any(${sql.param([...values])}::${sql.raw(type)}[])`;
	/** Who or what was merged since is meant as what it became. */
	const whatIsNow = (table: 'person' | 'site' | 'department', ids: readonly string[]) => sql`
		select coalesce(merged_into, id) from ${sql.identifier(table)}
		where org_id = ${ctx.org.id} and id = ${any(ids, 'uuid')}`;
	const { sites, departments, people, places, hiredFrom, hiredUntil, supervisors } = audience;
	const conditions: SQL[] = [
		sql`p.org_id = ${ctx.org.id} and p.merged_into is null`,
		sql`(p.ended_on is null or p.ended_on >= ${ctx.today}::date)`,
	];
	if (people !== null) conditions.push(sql`p.id in (${whatIsNow('person', people)})`);
	if (departments.length) conditions.push(sql`p.department_id in (${whatIsNow('department', departments)})`);
	if (audience.workerTypes.length) {
		// Of whom nothing else is known, is an employee.
		conditions.push(sql`coalesce(p.worker_type, 'employee') = ${any(audience.workerTypes, 'text')}`);
	}
	if (audience.languages.length) conditions.push(sql`a.language = ${any(audience.languages, 'text')}`);
	if (supervisors !== null) conditions.push(sql`coalesce(p.supervisor, ${directs}) = ${supervisors}`);
	if (hiredFrom !== null) conditions.push(sql`p.hired_on >= ${hiredFrom}::date`);
	if (hiredUntil !== null) conditions.push(sql`p.hired_on <= ${hiredUntil}::date`);
	if (sites.length) conditions.push(works(sql`w.site_id in (${whatIsNow('site', sites)})`));
	if (places.length) {
		const wished = JSON.stringify(places);
		conditions.push(
			works(sql`exists (
				select from jsonb_to_recordset(${wished}::jsonb) as l(country text, region text)
				where l.country = coalesce(w.country, s.country)
					and (l.region is null or l.region = coalesce(w.region, s.region)))`),
		);
	}
	return sql.join(conditions, sql` and `);
}

/** Who is not said to direct others, does if somebody reports to them. */
const directs = sql`exists (select from person r where r.org_id = p.org_id and r.manager_id = p.id)`;

const works = (where: SQL) => sql`exists (
	select from person_place w left join site s on s.org_id = w.org_id and s.id = w.site_id
	where w.org_id = p.org_id and w.person_id = p.id and ${where})`;
