import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { factKinds, type FactKind } from '../fact.ts';
import { searchText } from '../search-text.ts';

/**
 * Brings what is known of people today in line with their facts: among the facts that nothing corrects, the one that
 * counts is the latest that has begun; of two that begin on one day, the one recorded last. The only place that writes
 * these columns, for one person and for ten thousand alike.
 * @param kinds of facts that may have changed: what hangs on others alone is left as it is
 */
export async function projectPeople(
	ctx: Ctx,
	people: readonly string[],
	kinds: ReadonlySet<FactKind> = new Set(factKinds),
): Promise<void> {
	if (people.length === 0) return;
	const ids = sql`${sql.param([...people])}::uuid[]`;
	const org = ctx.org.id;
	const standing = sql`
		select f.* from person_fact f
		where f.org_id = ${org} and f.person_id = any(${ids}) and f.kind = any(${sql.param([...kinds])}::text[])
			and not f.void and not exists (
			select from person_fact c where c.org_id = f.org_id and c.corrects = f.id)`;
	const columns = {
		email: sql`email`,
		jobTitle: sql`job_title`,
		supervisor: sql`supervisor`,
		department: sql`department_id`,
		manager: sql`manager_id`,
		workerType: sql`worker_type`,
	} as const;
	/** What a column is now: what the facts say, or what it was where no fact of its kind may have changed. */
	const of = (kind: FactKind, now?: SQL, before?: SQL) => {
		const column = kind in columns ? columns[kind as keyof typeof columns] : sql``;
		return kinds.has(kind) ? (now ?? sql`k.${column}`) : (before ?? sql`p.${column}`);
	};
	if (kinds.has('email')) await letAddressesGo(ctx, ids, standing);
	if (kinds.has('workPlaces')) await projectPlaces(ctx, ids, standing);
	await ctx.tx.execute(sql`
		with standing as (${standing}),
		latest as (
			select distinct on (person_id, kind) person_id, kind, value, starts_on from standing
			where starts_on <= ${ctx.today}::date
			order by person_id, kind, starts_on desc, recorded_at desc, id desc),
		-- Somebody who begins next month is known by what will be so.
		first as (
			select distinct on (person_id, kind) person_id, kind, value, starts_on from standing s
			where not exists (select from latest l where l.person_id = s.person_id and l.kind = s.kind)
			order by person_id, kind, starts_on, recorded_at desc, id desc),
		now as (select * from latest union all select * from first where kind <> 'leave'),
		known as (
			select person_id,
				(array_agg(value) filter (where kind = 'name'))[1] as name,
				(array_agg(value) filter (where kind = 'email'))[1] #>> '{}' as email,
				(array_agg(value) filter (where kind = 'jobTitle'))[1] #>> '{}' as job_title,
				((array_agg(value) filter (where kind = 'supervisor'))[1] #>> '{}')::boolean as supervisor,
				((array_agg(value) filter (where kind = 'department'))[1] #>> '{}')::uuid as department_id,
				((array_agg(value) filter (where kind = 'manager'))[1] #>> '{}')::uuid as manager_id,
				(array_agg(value) filter (where kind = 'workerType'))[1] #>> '{}' as worker_type,
				(array_agg(value) filter (where kind = 'leave'))[1] #>> '{}' as leave,
				(array_agg(starts_on) filter (where kind = 'leave'))[1] as leave_since
			-- Somebody without any fact of these kinds, because the only one was never so, has none of them now.
			from unnest(${ids}) as wanted(person_id) left join now using (person_id) group by person_id),
		spans as (
			select k.person_id,
				coalesce(
					max(s.starts_on) filter (where s.kind = 'employment' and s.value = '"employed"' and s.starts_on <= ${ctx.today}::date),
					min(s.starts_on) filter (where s.kind = 'employment' and s.value = '"employed"')) as hired_on,
				min(s.starts_on) filter (where s.kind = 'leave' and s.value = '"back"' and s.starts_on > ${ctx.today}::date) as back_on
			from known k left join standing s on s.person_id = k.person_id group by k.person_id),
		ends as (
			select p.person_id, min(s.starts_on) as ended_on from spans p
			join standing s on s.person_id = p.person_id and s.kind = 'employment' and s.value = '"ended"'
				and s.starts_on >= coalesce(p.hired_on, '-infinity') group by p.person_id)
		update person p set
			given_name = coalesce(k.name ->> 'givenName', p.given_name),
			family_name = coalesce(k.name ->> 'familyName', p.family_name),
			email = ${of(
				'email',
				sql`case when not exists (
				select from person o where o.org_id = p.org_id and o.email = k.email and o.id <> p.id) then k.email end`,
			)},
			job_title = ${of('jobTitle')}, supervisor = ${of('supervisor')}, department_id = ${of('department')},
			manager_id = ${of('manager')}, worker_type = ${of('workerType')},
			hired_on = ${of('employment', sql`s.hired_on`, sql`p.hired_on`)},
			ended_on = ${of('employment', sql`e.ended_on`, sql`p.ended_on`)},
			leave_from = ${of('leave', sql`case when k.leave = 'on' then k.leave_since end`, sql`p.leave_from`)},
			leave_until = ${of('leave', sql`case when k.leave = 'on' then s.back_on end`, sql`p.leave_until`)},
			site_id = (
				select w.site_id from person_place w
				where w.org_id = p.org_id and w.person_id = p.id and w.site_id is not null order by w.position limit 1)
		from known k join spans s using (person_id) left join ends e using (person_id)
		where p.org_id = ${org} and p.id = k.person_id`);
	if (kinds.has('name') || kinds.has('email')) await refreshSearch(ctx, people);
}

/** An address that moves between two of them is let go before it is given. */
async function letAddressesGo(
	ctx: Ctx,
	ids: ReturnType<typeof sql>,
	standing: ReturnType<typeof sql>,
): Promise<void> {
	await ctx.tx.execute(sql`
		update person p set email = null where p.org_id = ${ctx.org.id} and p.id = any(${ids}) and p.email is not null
			and exists (select from (${standing}) s where s.person_id = p.id and s.kind = 'email'
				and s.value #>> '{}' is distinct from p.email)`);
}

async function projectPlaces(
	ctx: Ctx,
	ids: ReturnType<typeof sql>,
	standing: ReturnType<typeof sql>,
): Promise<void> {
	const org = ctx.org.id;
	await ctx.tx.execute(sql`delete from person_place where org_id = ${org} and person_id = any(${ids})`);
	await ctx.tx.execute(sql`
		with places as (
			select distinct on (person_id) person_id, value from (${standing}) s where kind = 'workPlaces'
			order by person_id, starts_on <= ${ctx.today}::date desc,
				case when starts_on <= ${ctx.today}::date then starts_on end desc, starts_on, recorded_at desc, id desc)
		insert into person_place (org_id, person_id, position, site_id, country, region, city, share)
		select ${org}::uuid, person_id,
			row_number() over (partition by person_id order by (place ->> 'share')::int desc, given),
			(place ->> 'site')::uuid, place ->> 'country', place ->> 'region', place ->> 'city', (place ->> 'share')::int
		from places, jsonb_array_elements(value) with ordinality as listed(place, given)`);
}

/** What people are searched by is made here and not in SQL, so that a search is made the same way. */
export async function refreshSearch(ctx: Ctx, people: readonly string[]): Promise<void> {
	const { rows } = await ctx.tx.execute<
		Record<'id' | 'number' | 'given' | 'family', string> & Record<'called' | 'email', string | null>
	>(sql`
		select id, number, given_name as given, family_name as family, preferred_name as called, email
		from person where org_id = ${ctx.org.id} and id = any(${sql.param([...people])}::uuid[])`);
	const texts = rows.map(({ id, given, called, family, number, email }) => ({
		id,
		text: searchText(given, called, family, number, email),
	}));
	await ctx.tx.execute(sql`
		update person p set search_text = f.text
		from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as f(id uuid, text text)
		where p.org_id = ${ctx.org.id} and p.id = f.id and p.search_text <> f.text`);
}
