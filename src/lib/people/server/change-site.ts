import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { isPossibleDay } from '../contradictions.ts';
import type { Fields } from '../fact-form.ts';
import { siteForm, type PlaceRefusal } from '../place.ts';
import { sameValue } from '../same-value.ts';
import type { NewSiteFact } from '../site.ts';
import { accessPlaces } from './access.ts';
import { ensureSites } from './ensure-places.ts';
import { viewSite } from './list-places.ts';
import { recordSiteFacts } from './record-site-facts.ts';

/** Adds a site, or finds the one that has this name. @returns its id, or why not */
export async function addSite(ctx: Ctx, fields: Fields): Promise<{ id: string } | PlaceRefusal> {
	accessPlaces(ctx, 'change');
	const name = (fields.name ?? '').trim();
	if (name === '' || name.length > 200) return { reason: 'unreadable', field: 'name' };
	return { id: (await ensureSites(ctx, [name])).get(name) ?? '' };
}

/**
 * Records what of a site is another from a day on: its name, address, time zone or industry. What was before stays.
 * @returns why it was not done, or nothing
 */
export async function changeSite(ctx: Ctx, siteId: string, fields: Fields): Promise<readonly PlaceRefusal[]> {
	accessPlaces(ctx, 'change');
	const parsed = v.safeParse(siteForm, fields);
	if (!parsed.success) {
		return parsed.issues.map((issue) => ({ reason: 'unreadable', field: String(issue.path?.[0]?.key) }));
	}
	const form = parsed.output;
	const { result } = await once(ctx, form.key, 'site.change', async () =>
		JSON.stringify(await change(ctx, siteId, form)),
	);
	return JSON.parse(result ?? '[]') as PlaceRefusal[];
}

async function change(
	ctx: Ctx,
	siteId: string,
	form: v.InferOutput<typeof siteForm>,
): Promise<PlaceRefusal[]> {
	const found = await viewSite(ctx, siteId);
	if ('goTo' in found) throw notFound();
	const { startsOn, name } = form;
	if (!isPossibleDay(startsOn)) return [{ reason: 'day_impossible', field: 'startsOn' }];
	const { rows: taken } = await ctx.tx.execute(sql`
		select from site where org_id = ${ctx.org.id} and name = ${name} and id <> ${siteId}`);
	if (taken.length > 0) return [{ reason: 'name_taken', field: 'name' }];
	const { country, region, city, timeZone, industry } = found.site;
	const of = { siteId, startsOn };
	const address = { country: form.country || null, region: form.region || null, city: form.city || null };
	const facts: (NewSiteFact | false)[] = [
		name !== found.site.name && { ...of, kind: 'name', value: name },
		!sameValue(address, { country, region, city }) && { ...of, kind: 'address', value: address },
		form.timeZone !== '' && form.timeZone !== timeZone && { ...of, kind: 'timeZone', value: form.timeZone },
		form.industry !== '' && form.industry !== industry && { ...of, kind: 'industry', value: form.industry },
	];
	const changed = facts.filter((fact) => fact !== false);
	if (changed.length === 0) return [{ reason: 'unchanged', field: 'name' }];
	await rememberFirst(ctx, siteId, startsOn);
	await recordSiteFacts(ctx, changed);
	await audit(ctx, 'site.changed', siteId, { facts: changed.map(({ kind }) => kind).join(' ') });
	return [];
}

/** What a site began with becomes its first facts, so that its history is whole and files may go on using its name. */
async function rememberFirst(ctx: Ctx, siteId: string, until: string): Promise<void> {
	await ctx.tx.execute(sql`
		insert into site_fact (org_id, id, site_id, kind, value, starts_on, recorded_at)
		select s.org_id, gen_random_uuid(), s.id, first.kind, first.value,
			least(s.created_at::date, ${until}::date - 1), s.created_at
		from site s cross join lateral (values
			('name', to_jsonb(s.name)),
			('address', case when coalesce(s.country, s.region, s.city) is not null
				then jsonb_build_object('country', s.country, 'region', s.region, 'city', s.city) end),
			('timeZone', to_jsonb(s.time_zone)),
			('industry', to_jsonb(s.industry))) as first(kind, value)
		where s.org_id = ${ctx.org.id} and s.id = ${siteId} and first.value is not null and not exists (
			select from site_fact f where f.org_id = s.org_id and f.site_id = s.id and f.kind = first.kind)`);
}
