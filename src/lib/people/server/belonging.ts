import { sql, type SQL } from 'drizzle-orm';

/**
 * Where people belong today, for other areas to join to rows called `g` that have an `org_id` and an `account_id`. They are
 * then called `p` (the person), `c` (their account) and `w` (the place where they work most). Each is looked up by its
 * key, row by row: of an organization that was loaded a moment ago the statistics say that it has nobody, and a plan made for
 * nobody compares everyone with everyone.
 */
export const joinBelonging = sql`
	left join lateral (select * from person p where p.org_id = g.org_id and p.id = g.account_id offset 0) p on true
	left join lateral (select * from account c where c.org_id = g.org_id and c.id = g.account_id offset 0) c on true
	left join lateral (select * from person_place w
		where w.org_id = g.org_id and w.person_id = g.account_id and w.position = 1 offset 0) w on true`;

/** The site where they work most or, for who works from home, the country and region, such as `US-IL`. */
export const placeKey = sql`coalesce(w.site_id::text, w.country || coalesce('-' || w.region, ''))`;

/**
 * From such a key to the country and region: a site's is where the site is, so that nothing moves when a site's address is
 * set right. Empty where it is not known.
 * @param org of the rows
 */
export const regionOf = (org: string, key: SQL) => sql`case when length(${key}) = 36
	then (select coalesce(s.country || coalesce('-' || s.region, ''), '') from site s
		where s.org_id = ${org} and s.id = (${key})::uuid)
	else ${key} end`;

/** Whether somebody is at work on a day, away for a while, or has left: `here`, `leave`, `left`. */
export const standingOn = (day: SQL) => sql`case
	when p.ended_on < ${day} then 'left'
	when p.leave_from <= ${day} and coalesce(p.leave_until > ${day}, true) then 'leave'
	else 'here' end`;

/** The first day after it on which that may be another answer without anything happening; null if none is known. */
export const standingTurnsAfter = (day: SQL) => sql`least(
	case when p.ended_on >= ${day} then p.ended_on + 1 end,
	case when p.leave_from > ${day} then p.leave_from end,
	case when p.leave_until > ${day} then p.leave_until end)`;
