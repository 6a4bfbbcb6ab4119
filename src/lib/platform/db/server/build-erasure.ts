import { sql } from 'drizzle-orm';
import type { Client } from 'pg';
import type { Tx } from './database.ts';

/**
 * Rows of one person that the app's role has no right to delete: in tables that only grow, and in those above them,
 * whose rows would take the others along. `person` is their account's id, `here` the organization.
 */
export const erasedByOwner: Readonly<Record<string, string>> = {
	event: 'account_id = person',
	answer: 'enrollment_id in (select id from public.enrollment where org_id = here and account_id = person)',
	person_fact: 'person_id = person',
	person_merge: 'from_id = person or into_id = person',
	mail_attempt: 'mail_id in (select id from public.mail where org_id = here and account_id = person)',
	mail_choice: 'account_id = person',
	account: 'id = person',
};

/** The same where only some of the rows go: how to reach somebody who has left. */
const erasedInPart: Readonly<Record<string, { table: string; rows: string }>> = {
	person_email: { table: 'person_fact', rows: `person_id = person and kind = 'email'` },
};

/** Append-only tables whose rows run out: the least age that a row must have, and who is in it. */
export const endedByOwner: Readonly<
	Record<string, { since: string; days: number; only?: string; people: readonly string[] }>
> = {
	audit_entry: { since: 'at', days: 7 * 365, people: ['actor_id', 'subject_id'] },
	// A list of ids whose facts changed; what follows it has done so long since.
	event: { since: 'at', days: 90, only: `type = 'people.changed'`, people: ['account_id'] },
};

/**
 * The only way in which rows leave append-only tables: two functions that run as the owner, still behind the wall of
 * the transaction's organization. One erases a person about whom it was decided (a row in `erasure`) and on whom no
 * hold lies; the other ends what is old enough. See docs/decisions/0013-erasure-has-one-door.md.
 */
export async function buildErasure(owner: Client, appRole: string): Promise<void> {
	const role = owner.escapeIdentifier(appRole);
	const here = `nullif(current_setting('app.org', true), '')::uuid`;
	const whole = Object.entries(erasedByOwner).map(([table, rows]) => [table, { table, rows }] as const);
	const erasing = [...whole, ...Object.entries(erasedInPart)]
		.map(
			([target, { table, rows }]) =>
				`when ${owner.escapeLiteral(target)} then delete from public.${table} where org_id = here and (${rows});`,
		)
		.join('\n');
	const ending = Object.entries(endedByOwner).map(([table, { since, days, only = 'true', people }]) => {
		const held = people.map(
			(column) => `(${column} is null or ${column} not in (select account_id from public.legal_hold
				where org_id = here and lifted_at is null and account_id is not null))`,
		);
		return `when ${owner.escapeLiteral(table)} then delete from public.${table} where org_id = here and ctid = any (array(
			select ctid from public.${table} where org_id = here and ${since} < before
				and ${since} < now() - interval '${days} days' and (${only}) and ${held.join(' and ')} limit most));`;
	});
	const make = (name: string, parameters: string, refusals: string, cases: string) => `
		create or replace function public.${name}(${parameters}) returns integer
		language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
		declare here uuid := ${here}; gone integer;
		begin
			${refusals}
			case target ${cases} else raise exception 'no such table' using errcode = '42501'; end case;
			get diagnostics gone = row_count;
			return gone;
		end $body$;`;
	const undecided = `
		if not exists (select from public.erasure where org_id = here and account_id = person
			and decided_at is not null and refusal is null) then
			raise exception 'nobody decided to erase this person' using errcode = '42501';
		end if;
		if exists (select from public.legal_hold where org_id = here and lifted_at is null
			and (account_id is null or account_id = person)) then
			raise exception 'a legal hold stands' using errcode = '42501';
		end if;`;
	const held = `
		if exists (select from public.legal_hold where org_id = here and lifted_at is null and account_id is null) then
			return 0;
		end if;`;
	await owner.query(
		make('erase_person_rows', 'target text, person uuid', undecided, erasing) +
			make('end_old_rows', 'target text, before timestamptz, most integer', held, ending.join('\n')) +
			['erase_person_rows(text, uuid)', 'end_old_rows(text, timestamptz, integer)']
				.map(
					(name) =>
						`revoke all on function public.${name} from public; grant execute on function public.${name} to ${role};`,
				)
				.join('\n'),
	);
}

/**
 * Removes rows of a person from a table of `erasedByOwner`, or a part of them.
 * @returns how many
 * @throws DatabaseError 42501 when nobody decided it or a hold stands
 */
export async function removeByOwner(tx: Tx, target: string, person: string): Promise<number> {
	const { rows } = await tx.execute<{ gone: number }>(
		sql`select public.erase_person_rows(${target}, ${person}::uuid) as gone`,
	);
	return rows[0]?.gone ?? 0;
}
