import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { isPlaced } from '../site.ts';
import { worksOn } from './find-audience.ts';

export interface CountForSetUp {
	readonly people: {
		readonly here: number;
		readonly noEmail: number;
		readonly noWayIn: number;
		readonly noPlace: number;
	};
	readonly sites: { readonly all: number; readonly open: readonly { id: string; name: string }[] };
}

/** How many people and sites are here, and what is not known of them yet. The caller has asked its own area for access. */
export async function countForSetUp(ctx: Ctx): Promise<CountForSetUp> {
	const org = ctx.org.id;
	const now = ctx.now.toISOString();
	const people = await ctx.tx.execute<CountForSetUp['people'] & Record<string, number>>(sql`
		with here as (
			select p.id, p.email is null as unwritten, not exists (
				select from person_place w where w.org_id = p.org_id and w.person_id = p.id) as unplaced
			from person p where p.org_id = ${org} and ${worksOn(ctx.today)})
		select count(*)::int as here, count(*) filter (where unwritten)::int as "noEmail",
			count(*) filter (where unplaced)::int as "noPlace",
			count(*) filter (where unwritten
				and not exists (select from pin i where i.org_id = ${org} and i.account_id = here.id)
				and not exists (select from passkey k where k.org_id = ${org} and k.account_id = here.id)
				and not exists (select from session s
					where s.org_id = ${org} and s.account_id = here.id and s.expires_at > ${now}::timestamptz)
				and not exists (select from sign_in_link l
					where l.org_id = ${org} and l.account_id = here.id and l.used_at is null and l.expires_at > ${now}::timestamptz)
			)::int as "noWayIn"
		from here`);
	const sites = await ctx.tx.execute<
		Record<'id' | 'name', string> & Record<'country' | 'region' | 'timeZone', string | null>
	>(sql`
		select id, name, country, region, time_zone as "timeZone" from site where org_id = ${org} order by name, id`);
	const { here = 0, noEmail = 0, noWayIn = 0, noPlace = 0 } = people.rows[0] ?? {};
	return {
		people: { here, noEmail, noWayIn, noPlace },
		sites: {
			all: sites.rows.length,
			open: sites.rows.filter((site) => !isPlaced(site)).map(({ id, name }) => ({ id, name })),
		},
	};
}
