import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { siteFactSchemas, type NewSiteFact } from '../site.ts';

/**
 * Records what is so of sites from which day on, and brings the sites up to date. The caller has asked for access.
 * @throws ValiError when a value is not what its kind asks for
 */
export async function recordSiteFacts(ctx: Ctx, facts: readonly NewSiteFact[]): Promise<void> {
	if (facts.length === 0) return;
	const rows = JSON.stringify(
		facts.map((fact) => ({ ...fact, id: uuidv7(), value: v.parse(siteFactSchemas[fact.kind], fact.value) })),
	);
	const by = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx.execute(sql`
		insert into site_fact (org_id, id, site_id, kind, value, starts_on, recorded_at, recorded_by)
		select ${ctx.org.id}::uuid, f.id, f."siteId", f.kind, f.value, f."startsOn", ${ctx.now.toISOString()}::timestamptz,
			${by}::uuid
		from jsonb_to_recordset(${rows}::jsonb) as f(id uuid, "siteId" uuid, kind text, value jsonb, "startsOn" date)`);
	await projectSites(ctx, [...new Set(facts.map(({ siteId }) => siteId))]);
}

/** Brings sites in line with their facts: of each kind, the latest that has begun. */
export async function projectSites(ctx: Ctx, sites: readonly string[]): Promise<void> {
	await ctx.tx.execute(sql`
		with now as (
			select distinct on (site_id, kind) site_id, kind, value from site_fact
			where org_id = ${ctx.org.id} and site_id = any(${sql.param([...sites])}::uuid[]) and starts_on <= ${ctx.today}::date
			order by site_id, kind, starts_on desc, recorded_at desc, id desc),
		known as (
			select site_id,
				(array_agg(value) filter (where kind = 'name'))[1] #>> '{}' as name,
				(array_agg(value) filter (where kind = 'address'))[1] as address,
				(array_agg(value) filter (where kind = 'timeZone'))[1] #>> '{}' as time_zone,
				(array_agg(value) filter (where kind = 'industry'))[1] #>> '{}' as industry
			from now group by site_id)
		update site s set
			name = coalesce(k.name, s.name),
			country = case when k.address is null then s.country else k.address ->> 'country' end,
			region = case when k.address is null then s.region else k.address ->> 'region' end,
			city = case when k.address is null then s.city else k.address ->> 'city' end,
			time_zone = coalesce(k.time_zone, s.time_zone),
			industry = coalesce(k.industry, s.industry)
		from known k where s.org_id = ${ctx.org.id} and s.id = k.site_id`);
}
