import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { FactKind } from '../fact.ts';
import type { KnownFact, KnownPerson } from '../import/plan-person.ts';
import type { Directory } from '../import/resolve-managers.ts';

type FactRow = [id: string, kind: FactKind, value: unknown, startsOn: string];

/**
 * What is known of these people, in words: departments and sites by name, managers by number. The caller has asked for access.
 * @returns them by number
 */
export async function knownPeople(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, KnownPerson>> {
	const org = ctx.org.id;
	const { rows } = await ctx.tx.execute<
		Record<'id' | 'number' | 'language', string> & { called: string | null; facts: FactRow[] | null }
	>(sql`
		select p.id, p.number, p.preferred_name as called, a.language, (
			select jsonb_agg(jsonb_build_array(f.id, f.kind,
				case f.kind
					when 'manager' then (select to_jsonb(m.number) from person m where m.org_id = f.org_id and m.id = (f.value #>> '{}')::uuid)
					when 'department' then (select to_jsonb(d.name) from department d where d.org_id = f.org_id and d.id = (f.value #>> '{}')::uuid)
					else f.value end,
				f.starts_on) order by f.starts_on, f.recorded_at, f.id)
			from person_fact f
			where f.org_id = p.org_id and f.person_id = p.id and not f.void
				and not exists (select from person_fact c where c.org_id = f.org_id and c.corrects = f.id)) as facts
		from person p join account a on a.org_id = p.org_id and a.id = p.id
		where p.org_id = ${org} and p.number = any(${sql.param([...numbers])}::text[])`);
	const sites = rows.length > 0 ? await siteNames(ctx) : new Map<string, string>();
	return new Map(
		rows.map(({ id, number, language, called, facts }) => [
			number,
			{
				id,
				number,
				language,
				preferredName: called,
				facts: (facts ?? []).map(([factId, kind, value, startsOn]): KnownFact => {
					const words = kind === 'workPlaces' ? named(value, sites) : value;
					return { id: factId, kind, value: words, startsOn };
				}),
			},
		]),
	);
}

async function siteNames(ctx: Ctx): Promise<Map<string, string>> {
	const { rows } = await ctx.tx.execute<{ id: string; name: string }>(
		sql`select id, name from site where org_id = ${ctx.org.id}`,
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

function named(places: unknown, sites: ReadonlyMap<string, string>): unknown {
	if (!Array.isArray(places)) return places;
	return places.map((place: { site?: string }) =>
		place.site === undefined ? place : { ...place, site: sites.get(place.site) ?? '' },
	);
}

/** Everyone whom a file may name as a manager, with the manager they have. */
export async function managerDirectory(ctx: Ctx): Promise<Directory[]> {
	const { rows } = await ctx.tx.execute<Directory & Record<string, unknown>>(sql`
		select p.number, p.given_name as "givenName", p.family_name as "familyName", p.preferred_name as "preferredName", p.email,
			m.number as "managerNumber"
		from person p left join person m on m.org_id = p.org_id and m.id = p.manager_id
		where p.org_id = ${ctx.org.id}`);
	return rows;
}

/** Who has which of these addresses: the number, by address. */
export async function emailHolders(ctx: Ctx, emails: readonly string[]): Promise<Map<string, string>> {
	const { rows } = await ctx.tx.execute<{ email: string; number: string }>(sql`
		select email, number from person
		where org_id = ${ctx.org.id} and email = any(${sql.param([...new Set(emails)])}::text[])`);
	return new Map(rows.map(({ email, number }) => [email, number]));
}
