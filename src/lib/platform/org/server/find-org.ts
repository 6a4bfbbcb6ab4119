import { eq } from 'drizzle-orm';
import type { Org } from '../../context.ts';
import type { Tx } from '../../db/server/database.ts';
import { org } from './schema.ts';

const columns = {
	id: org.id,
	slug: org.slug,
	name: org.name,
	kind: org.kind,
	language: org.language,
	timeZone: org.timeZone,
};

/** The organization that a path names. */
export async function findOrgBySlug(tx: Tx, slug: string): Promise<Org | undefined> {
	const [found] = await tx.select(columns).from(org).where(eq(org.slug, slug));
	return found;
}

export async function findOrgById(tx: Tx, id: string): Promise<Org | undefined> {
	const [found] = await tx.select(columns).from(org).where(eq(org.id, id));
	return found;
}

/** All of them: only for the process itself and the first-run page. */
export async function listOrgs(tx: Tx): Promise<Org[]> {
	return tx.select(columns).from(org).orderBy(org.createdAt);
}
