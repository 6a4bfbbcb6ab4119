import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { worksOn } from './find-audience.ts';

export interface Choice {
	/** An id; for a place `US` or `US-CA`. */
	readonly value: string;
	readonly label: string;
	readonly people: number;
}

export interface AudienceChoices {
	readonly sites: readonly Choice[];
	readonly departments: readonly Choice[];
	/** The label is empty: country and state are told in the reader's language. */
	readonly places: readonly Choice[];
}

/** What an audience can be chosen by here, with how many people each means. The caller has asked its own area for access. */
export async function audienceChoices(ctx: Ctx): Promise<AudienceChoices> {
	const org = ctx.org.id;
	const now = worksOn(ctx.today);
	const ask = async (query: ReturnType<typeof sql>) =>
		(await ctx.tx.execute<Choice & Record<string, unknown>>(query)).rows;
	const [sites, departments, places] = await Promise.all([
		ask(sql`
			select s.id as value, s.name as label, count(distinct p.id)::int as people from site s
			left join person_place w on w.org_id = s.org_id and w.site_id = s.id
			left join person p on p.org_id = w.org_id and p.id = w.person_id and ${now}
			where s.org_id = ${org} group by s.id, s.name order by s.name`),
		ask(sql`
			select d.id as value, d.name as label, count(p.id)::int as people from department d
			left join person p on p.org_id = d.org_id and p.department_id = d.id and ${now}
			where d.org_id = ${org} group by d.id, d.name order by d.name`),
		ask(sql`
			with places as (
				select p.id, coalesce(w.country, s.country) as country, coalesce(w.region, s.region) as region
				from person p join person_place w on w.org_id = p.org_id and w.person_id = p.id
				left join site s on s.org_id = w.org_id and s.id = w.site_id
				where p.org_id = ${org} and ${now} and coalesce(w.country, s.country) is not null)
			select country || coalesce('-' || region, '') as value, '' as label, count(distinct id)::int as people
			from places group by grouping sets ((country), (country, region))
			having grouping(region) = 1 or region is not null order by 1`),
	]);
	return { sites, departments, places };
}

/**
 * Who is meant by numbers or e-mail addresses, such as a list from a spreadsheet.
 * @returns their ids, and those of the list that nobody here answers to
 */
export async function findListed(
	ctx: Ctx,
	list: readonly string[],
): Promise<{ people: string[]; unknown: string[] }> {
	const wanted = JSON.stringify(list.map((text) => ({ text })));
	const { rows } = await ctx.tx.execute<{ text: string; id: string | null }>(sql`
		select l.text, p.id from jsonb_to_recordset(${wanted}::jsonb) as l(text text)
		left join person p on p.org_id = ${ctx.org.id} and (p.number = l.text or p.email = lower(l.text))`);
	return {
		people: [...new Set(rows.flatMap(({ id }) => id ?? []))],
		unknown: rows.filter(({ id }) => id === null).map(({ text }) => text),
	};
}
