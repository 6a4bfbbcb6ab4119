import type { Pool } from 'pg';

/** The role that serves pages could look past the walls between organizations. */
export class UnsafeRoleError extends Error {
	constructor(role: string, reason: string) {
		super(
			`The database role "${role}" ${reason}, so row-level security would not hold it back. Upstander serves pages only as a role that owns nothing. Run "npm run db:prepare" once to make one, then set DATABASE_URL to it and DATABASE_OWNER_URL to the owner.`,
		);
		this.name = 'UnsafeRoleError';
	}
}

/** What a role could do, asked of the catalog. `$1` is its name. */
const dangers = `
	select r.rolname as name,
		bool_or(m.rolsuper) as superuser,
		bool_or(m.rolbypassrls) as bypass,
		bool_or(m.rolcreaterole) as creator,
		bool_or(m.rolreplication) as replication,
		bool_or(m.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')) as files
	from pg_roles r join pg_roles m on pg_has_role(r.oid, m.oid, 'member')
	where r.rolname = $1 group by r.rolname`;

interface Dangers {
	name: string;
	superuser: boolean;
	bypass: boolean;
	creator: boolean;
	replication: boolean;
	files: boolean;
}

/**
 * Refuses a role that is, or may become, one that sees past row-level security: a superuser, one with BYPASSRLS,
 * one that creates roles, copies the whole server, or reads its files.
 * @param client connected as anybody
 * @throws UnsafeRoleError
 */
export async function refuseDangerousRole(client: Pick<Pool, 'query'>, role: string): Promise<void> {
	const { rows } = await client.query<Dangers>(dangers, [role]);
	const found = rows[0];
	if (!found) throw new Error('DATABASE_URL names a role that this server does not have.');
	if (found.superuser) throw new UnsafeRoleError(role, 'is a superuser or may become one');
	if (found.bypass) throw new UnsafeRoleError(role, 'may bypass row-level security');
	if (found.creator) throw new UnsafeRoleError(role, 'may create roles');
	if (found.replication) throw new UnsafeRoleError(role, 'may copy the whole server by replication');
	if (found.files) throw new UnsafeRoleError(role, "may reach the server's files");
}

/**
 * Refuses the owner as the role that serves pages, before the owner changes anything.
 * @param owner connected as the role that is to own the tables
 * @throws UnsafeRoleError
 */
export async function refuseOwner(owner: Pick<Pool, 'query'>, role: string): Promise<void> {
	const { rows } = await owner.query<{ becomes: boolean }>(
		`select pg_has_role($1, current_user, 'member') as becomes`,
		[role],
	);
	if (rows[0]?.becomes) throw new UnsafeRoleError(role, 'owns tables or may become their owner');
}

/**
 * Refuses the role that this pool connects as if it could look past the walls, owns a table or may make one; and a
 * database in which a tenant table stands without its wall, or with a second policy, which would open it: policies
 * add up.
 * @throws UnsafeRoleError
 */
export async function checkRole(pool: Pool): Promise<void> {
	const { rows } = await pool.query<{ name: string; owns: boolean; creates: boolean; open: string | null }>(`
		select current_user as name,
			exists (select from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
				and pg_has_role(current_user, c.relowner, 'member')) as owns,
			has_schema_privilege('public', 'create') as creates,
			(select min(c.relname) from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
				and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
				and not (c.relrowsecurity and c.relforcerowsecurity and not exists (
					select from pg_policy p where p.polrelid = c.oid and p.polname <> 'same_org'))) as open`);
	const role = rows[0];
	if (!role) throw new Error('The database did not say who we are.');
	await refuseDangerousRole(pool, role.name);
	if (role.owns) throw new UnsafeRoleError(role.name, 'owns tables or may become their owner');
	if (role.creates)
		throw new UnsafeRoleError(role.name, 'may create tables, which would stand without a wall');
	if (role.open) throw new UnsafeRoleError(role.name, `serves the table ${role.open}, which has no wall`);
}
