import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Locale, Org } from '../../context.ts';
import type { Tx } from '../../db/server/database.ts';
import { org } from './schema.ts';

/** What an organization is from birth. Its kind is said once: no code changes it, and the app's role has no right to. */
export interface OrgWish {
	readonly name: string;
	readonly kind: Org['kind'];
	readonly language: Locale;
	/** IANA; New York when nothing better is known. */
	readonly timeZone?: string;
}

/**
 * Makes an organization and turns the transaction towards it: what follows in it, sees and writes its rows.
 */
export async function createOrg(tx: Tx, wish: OrgWish, now: Date): Promise<Org> {
	const wanted = slugOf(wish.name);
	for (let attempt = 1; ; attempt += 1) {
		const slug = attempt === 1 ? wanted : `${wanted.slice(0, 40)}-${attempt}`;
		const founded = { id: uuidv7(), slug, timeZone: 'America/New_York', ...wish };
		const stored = await tx
			.insert(org)
			.values({ ...founded, createdAt: now })
			.onConflictDoNothing()
			.returning({ id: org.id });
		if (stored.length === 0) continue;
		await enterOrg(tx, founded.id);
		return founded;
	}
}

const turn = (kind: Org['kind']) => sql`hashtextextended(${`found ${kind}`}, 0)`;

/** Who founds an organization waits here for those who are founding one of its kind, so that each may look first what there is. */
export async function takeTurnToFound(tx: Tx, kind: Org['kind']): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(${turn(kind)})`);
}

/** Whether somebody is founding one of this kind at this moment, in whatever process. */
export async function isFounding(tx: Tx, kind: Org['kind']): Promise<boolean> {
	const { rows } = await tx.execute<{ free: boolean }>(
		sql`select pg_try_advisory_xact_lock_shared(${turn(kind)}) as free`,
	);
	return rows[0]?.free === false;
}

/** Turns a transaction without an organization towards one. */
export async function enterOrg(tx: Tx, orgId: string): Promise<void> {
	await tx.execute(sql.raw(`set local app.org = '${orgId}'`));
}

/** "Aldervale Care" becomes `aldervale-care`; a name without Latin letters becomes `organization`. */
export function slugOf(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 44)
		.replace(/^-+|-+$/g, '');
	return plain || 'organization';
}
