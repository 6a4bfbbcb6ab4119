import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { PlaceHistoryLine, PlaceLine, SiteLine } from '../place.ts';
import { accessPlaces } from './access.ts';

export interface NamedPlace {
	readonly id: string;
	readonly name: string;
}

/** Sites and departments by name, for the choices in forms. The caller has asked for access. */
export async function placeChoices(ctx: Ctx): Promise<{ sites: NamedPlace[]; departments: NamedPlace[] }> {
	const choices = async (table: 'site' | 'department') => {
		const { rows } = await ctx.tx.execute<{ id: string; name: string }>(sql`
			select id, name from ${sql.identifier(table)}
			where org_id = ${ctx.org.id} and merged_into is null order by lower(name), id`);
		return rows;
	};
	return { sites: await choices('site'), departments: await choices('department') };
}

const worksHere = (ctx: Ctx) => sql`p.org_id = ${ctx.org.id} and p.merged_into is null
	and (p.ended_on is null or p.ended_on >= ${ctx.today}::date)
	and (p.hired_on is null or p.hired_on <= ${ctx.today}::date)`;

/** Every site, with how many work there. Who works at two, counts at both. */
export async function listSites(ctx: Ctx): Promise<SiteLine[]> {
	accessPlaces(ctx, 'see');
	const { rows } = await ctx.tx.execute<SiteLine & Record<string, unknown>>(sql`
		with there as (
			select w.site_id as id, count(distinct w.person_id)::int as people
			from person_place w join person p on p.org_id = w.org_id and p.id = w.person_id
			where ${worksHere(ctx)} and w.site_id is not null group by 1)
		select s.id, s.name, s.country, s.region, s.city, s.time_zone as "timeZone", s.industry,
			coalesce(t.people, 0) as people
		from site s left join there t on t.id = s.id
		where s.org_id = ${ctx.org.id} and s.merged_into is null order by lower(s.name), s.id`);
	return rows;
}

/** Every department, with how many work in it. */
export async function listDepartments(ctx: Ctx): Promise<PlaceLine[]> {
	accessPlaces(ctx, 'see');
	const { rows } = await ctx.tx.execute<PlaceLine & Record<string, unknown>>(sql`
		with there as (
			select p.department_id as id, count(*)::int as people from person p where ${worksHere(ctx)} group by 1)
		select d.id, d.name, coalesce(t.people, 0) as people
		from department d left join there t on t.id = d.id
		where d.org_id = ${ctx.org.id} and d.merged_into is null order by lower(d.name), d.id`);
	return rows;
}

/** One site with its history; or which one it turned out to be. */
export async function viewSite(
	ctx: Ctx,
	siteId: string,
): Promise<{ site: SiteLine; history: PlaceHistoryLine[] } | { goTo: string }> {
	const goTo = await mergedInto(ctx, 'site', siteId);
	if (goTo !== null) return { goTo };
	const site = (await listSites(ctx)).find(({ id }) => id === siteId);
	if (!site) throw notFound();
	const { rows } = await ctx.tx.execute<HistoryRow>(sql`
		select f.id, f.kind, f.value, f.starts_on::text as "startsOn", f.recorded_at as "recordedAt",
			nullif(trim(r.given_name || ' ' || r.family_name), '') as "recordedBy"
		from site_fact f left join person r on r.org_id = f.org_id and r.id = f.recorded_by
		where f.org_id = ${ctx.org.id} and f.site_id = ${siteId}
		order by f.starts_on desc, f.recorded_at desc, f.id desc`);
	return { site, history: rows.map(presentLine) };
}

/** One department with what it was called; or which one it turned out to be. */
export async function viewDepartment(
	ctx: Ctx,
	departmentId: string,
): Promise<{ department: PlaceLine; history: PlaceHistoryLine[] } | { goTo: string }> {
	const goTo = await mergedInto(ctx, 'department', departmentId);
	if (goTo !== null) return { goTo };
	const department = (await listDepartments(ctx)).find(({ id }) => id === departmentId);
	if (!department) throw notFound();
	const { rows } = await ctx.tx.execute<HistoryRow>(sql`
		select f.id, 'name' as kind, to_jsonb(f.name) as value, f.starts_on::text as "startsOn",
			f.recorded_at as "recordedAt", nullif(trim(r.given_name || ' ' || r.family_name), '') as "recordedBy"
		from department_name f left join person r on r.org_id = f.org_id and r.id = f.recorded_by
		where f.org_id = ${ctx.org.id} and f.department_id = ${departmentId}
		order by f.starts_on desc, f.recorded_at desc, f.id desc`);
	return { department, history: rows.map(presentLine) };
}

type HistoryRow = Record<string, unknown> &
	Omit<PlaceHistoryLine, 'value' | 'recordedAt'> & {
		value: string | Record<'country' | 'region' | 'city', string | null>;
		recordedAt: string;
	};

function presentLine({ value, recordedAt, ...row }: HistoryRow): PlaceHistoryLine {
	const parts = typeof value === 'string' ? [value] : [value.city, value.region, value.country];
	return { ...row, value: parts.filter((part) => part !== null), recordedAt: new Date(recordedAt) };
}

/** @throws ExpectedError `not_found` when there is none, or it is not for who asks */
async function mergedInto(ctx: Ctx, table: 'site' | 'department', id: string): Promise<string | null> {
	accessPlaces(ctx, 'see');
	const { rows } = await ctx.tx.execute<{ id: string | null }>(sql`
		select merged_into as id from ${sql.identifier(table)} where org_id = ${ctx.org.id} and id::text = ${id}`);
	if (!rows[0]) throw notFound();
	return rows[0].id;
}
