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

/**
 * Refuses a role that is a superuser, may bypass row-level security, may create roles, owns a table, or may
 * become a role that does, or that may create tables; and a database in which a tenant table stands without its wall,
 * or with a second policy, which would open it: policies add up.
 * @throws UnsafeRoleError
 */
export async function checkRole(pool: Pool): Promise<void> {
	const { rows } = await pool.query<{
		name: string;
		superuser: boolean;
		bypass: boolean;
		creator: boolean;
		owns: boolean;
		creates: boolean;
		open: string | null;
	}>(`
		select current_user as name,
			bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as bypass, bool_or(r.rolcreaterole) as creator,
			exists (select from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
				and pg_has_role(current_user, c.relowner, 'member')) as owns,
			has_schema_privilege('public', 'create') as creates,
			(select min(c.relname) from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
				and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
				and not (c.relrowsecurity and c.relforcerowsecurity and not exists (
					select from pg_policy p where p.polrelid = c.oid and p.polname <> 'same_org'))) as open
		from pg_roles r where pg_has_role(current_user, r.oid, 'member')`);
	const role = rows[0];
	if (!role) throw new Error('The database did not say who we are.');
	if (role.superuser) throw new UnsafeRoleError(role.name, 'is a superuser or may become one');
	if (role.bypass) throw new UnsafeRoleError(role.name, 'may bypass row-level security');
	if (role.creator) throw new UnsafeRoleError(role.name, 'may create roles');
	if (role.owns) throw new UnsafeRoleError(role.name, 'owns tables or may become their owner');
	if (role.creates) throw new UnsafeRoleError(role.name, 'may create tables, which would stand without a wall');
	if (role.open) throw new UnsafeRoleError(role.name, `serves the table ${role.open}, which has no wall`);
}
