import { sql, type SQL } from 'drizzle-orm';
import type { TableData } from '../../platform/privacy/table-data.ts';

/** The table by its name. Names come from the register, never from a request. */
export const tableOf = ({ table }: TableData): SQL => sql`public.${sql.identifier(table)}`;

/** The condition that a row of the table is this person's; "none" for a table that has no rows of people. */
export function rowsOf({ mine }: TableData, orgId: string, accountId: string): SQL {
	if (!mine) return sql`false`;
	const same = sql`org_id = ${orgId}::uuid`;
	if ('column' in mine) {
		const { column, table, account } = mine;
		return sql`${same} and ${sql.identifier(column)} in (select id from public.${sql.identifier(table)}
			where ${same} and ${sql.identifier(account)} = ${accountId}::uuid)`;
	}
	const own = mine.map((column) => sql`${sql.identifier(column)} = ${accountId}::uuid`);
	return sql`${same} and (${sql.join(own, sql` or `)})`;
}

/** The condition that a row is about nobody on whom a legal hold lies. */
export function rowsNotHeld({ mine }: TableData, orgId: string): SQL {
	if (!mine) return sql`true`;
	const held = sql`(select account_id from public.legal_hold
		where org_id = ${orgId}::uuid and lifted_at is null and account_id is not null)`;
	if ('column' in mine) {
		const { column, table, account } = mine;
		return sql`${sql.identifier(column)} not in (select id from public.${sql.identifier(table)}
			where org_id = ${orgId}::uuid and ${sql.identifier(account)} in ${held})`;
	}
	const free = mine.map(
		(column) => sql`(${sql.identifier(column)} is null or ${sql.identifier(column)} not in ${held})`,
	);
	return sql.join(free, sql` and `);
}
