import type { Client } from 'pg';

/** Tables without an organization, each with its reason. Every other table is walled off by `org_id`. */
export const globalTables: Record<string, string> = {
	org: 'found from the path before sign-in',
	shipped_course: 'content that ships with Upstander, the same for all, stored by its hash',
	course_shipping: 'which version of it ships since when',
	mail_server:
		'the one mail server of the installation: how much it was given, and whether it rests; no mail',
};

/** What the app may do beyond reading and adding, per table. Without a line: everything but truncating. */
export const appendOnly: readonly string[] = [
	'event',
	'person_fact',
	'site_fact',
	'department_name',
	'person_merge',
	'audit_entry',
	'audit_link',
	'answer',
	'course_version',
	'shipped_course',
	'course_shipping',
	'org',
	'mail_attempt',
	'mail_choice',
	'set_up_choice',
];

/** Tables above append-only ones: to delete here would delete there. */
export const neverDeleted: readonly string[] = ['account', 'enrollment'];

/**
 * Gives every table its wall: row-level security, forced even for the owner, one policy that compares
 * `org_id` with the transaction's organization, and the app's rights. Runs in the migration's own transaction,
 * so no table ever stands without.
 * @param appRole the role that serves pages
 */
export async function buildWalls(owner: Client, appRole: string): Promise<void> {
	const role = owner.escapeIdentifier(appRole);
	// Databases that were made before PostgreSQL 15 let everyone create tables.
	await owner.query(`revoke create on schema public from public; grant usage on schema public to ${role}`);
	const { rows } = await owner.query<{ name: string; walled: boolean; tenant: boolean }>(`
		select c.relname as name,
			c.relrowsecurity and c.relforcerowsecurity and exists (
				select from pg_policy p where p.polrelid = c.oid and p.polname = 'same_org') as walled,
			exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as tenant
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
		order by c.relname`);
	for (const { name, walled, tenant } of rows) {
		const table = owner.escapeIdentifier(name);
		const rights = rightsOn(name);
		await owner.query(`revoke all on ${table} from ${role}; grant ${rights} on ${table} to ${role}`);
		if (tenant === name in globalTables) {
			throw new Error(`Table ${name} must have org_id, or stand in the list of global tables; not both.`);
		}
		if (!tenant || walled) continue;
		// The cast of an unset organization must answer "no row", not an error.
		const same = `org_id = nullif(current_setting('app.org', true), '')::uuid`;
		await owner.query(`
			alter table ${table} enable row level security;
			alter table ${table} force row level security;
			drop policy if exists same_org on ${table};
			create policy same_org on ${table} using (${same}) with check (${same})`);
	}
	await owner.query(`grant usage on all sequences in schema public to ${role}`);
}

function rightsOn(table: string): string {
	if (appendOnly.includes(table)) return 'select, insert';
	return neverDeleted.includes(table) ? 'select, insert, update' : 'select, insert, update, delete';
}
