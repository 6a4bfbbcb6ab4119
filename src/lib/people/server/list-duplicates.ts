import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { likelyDuplicates, type Comparable, type Likeness } from '../likely-duplicates.ts';
import { accessPeople, accessPerson } from './access.ts';

/** Somebody in a pair. */
export interface PairedPerson {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly site: string | null;
	readonly hiredOn: string | null;
}

export interface DuplicatePair {
	readonly one: PairedPerson;
	readonly other: PairedPerson;
	readonly same: readonly Likeness[];
}

type Row = Comparable & { site: string | null };

/** Pairs that are likely one person, the likeliest first, without those of whom somebody said that they are two. */
export async function listDuplicates(ctx: Ctx): Promise<DuplicatePair[]> {
	accessPeople(ctx, 'list');
	const { rows } = await ctx.tx.execute<Row & Record<string, unknown>>(sql`
		select p.id, p.number, p.given_name as "givenName", p.family_name as "familyName", p.site_id as "siteId",
			s.name as site, p.department_id as "departmentId", p.job_title as "jobTitle", p.hired_on::text as "hiredOn",
			p.ended_on::text as "endedOn", coalesce(e.emails, '{}') as emails
		from person p
		left join site s on s.org_id = p.org_id and s.id = p.site_id
		left join (
			select person_id, array_agg(distinct value #>> '{}') as emails from person_fact
			where org_id = ${ctx.org.id} and kind = 'email' and value <> 'null' group by 1) e on e.person_id = p.id
		where p.org_id = ${ctx.org.id} and p.merged_into is null`);
	const { rows: told } = await ctx.tx.execute<{ pair: string }>(sql`
		select one_id || ' ' || other_id as pair from different_people where org_id = ${ctx.org.id}`);
	const apart = new Set(told.map(({ pair }) => pair));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return likelyDuplicates(rows)
		.filter(({ one, other }) => !apart.has(`${one} ${other}`))
		.flatMap(({ one, other, same }) => {
			const [first, second] = [byId.get(one), byId.get(other)];
			return first && second ? [{ one: present(first), other: present(second), same }] : [];
		});
}

const present = ({ id, number, givenName, familyName, site, hiredOn }: Row): PairedPerson => ({
	id,
	name: `${givenName} ${familyName}`.trim(),
	number,
	site,
	hiredOn,
});

/** Remembers that two who look like one person are two, so that nobody is asked again. */
export async function tellApart(ctx: Ctx, key: string, first: string, second: string): Promise<void> {
	const { accountId } = await accessPerson(ctx, first, 'merge');
	await accessPerson(ctx, second, 'merge');
	if (first === second) throw notFound();
	const [one, other] = first < second ? [first, second] : [second, first];
	await once(ctx, key, 'person.tell_apart', async () => {
		await ctx.tx.execute(sql`
			insert into different_people (org_id, one_id, other_id, said_at, said_by)
			values (${ctx.org.id}, ${one}, ${other}, ${ctx.now.toISOString()}::timestamptz, ${accountId})
			on conflict do nothing`);
		await audit(ctx, 'person.told_apart', one, { other });
		return null;
	});
}
