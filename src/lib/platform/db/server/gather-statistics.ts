import { sql } from 'drizzle-orm';
import type { Client } from 'pg';
import type { Tx } from './database.ts';

/**
 * Lets the app have what PostgreSQL knows about its tables brought up to date. The right to do so is the owner's, so it is a
 * function that runs as the owner; it reads samples and changes no row.
 */
export async function buildStatistics(owner: Client, appRole: string): Promise<void> {
	await owner.query(`
		create or replace function public.gather_statistics() returns void
		language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
		declare name text;
		begin
			for name in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
				where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1
			loop execute format('analyze public.%I', name); end loop;
		end $body$;
		revoke all on function public.gather_statistics() from public;
		grant execute on function public.gather_statistics() to ${owner.escapeIdentifier(appRole)}`);
}

/**
 * Tells PostgreSQL how many rows there are now, the transaction's own included. After thousands of new rows it would find out
 * by itself within a minute or two; until then it plans as if the tables were empty, and a page takes ten seconds.
 */
export async function gatherStatistics(tx: Tx): Promise<void> {
	// A database that an older version brought up to date does without.
	const { rows } = await tx.execute<{ there: boolean }>(
		sql`select to_regprocedure('public.gather_statistics()') is not null as there`,
	);
	if (rows[0]?.there) await tx.execute(sql`select public.gather_statistics()`);
}
