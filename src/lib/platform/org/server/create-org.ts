import { v7 as uuidv7 } from 'uuid';
import type { Locale, Org } from '../../context.ts';
import type { Database } from '../../db/server/database.ts';
import { org } from './schema.ts';

/**
 * Founds an organization. Its kind is said here and never again: no code changes it, and the app's role has no
 * right to.
 */
export async function createOrg(
	db: Database,
	wish: { name: string; kind: Org['kind']; language: Locale },
	now: Date,
): Promise<Org> {
	return db.global(async (tx) => {
		const wanted = slugOf(wish.name);
		for (let attempt = 1; ; attempt += 1) {
			const slug = attempt === 1 ? wanted : `${wanted.slice(0, 40)}-${attempt}`;
			const founded = { id: uuidv7(), slug, ...wish };
			const [stored] = await tx
				.insert(org)
				.values({ ...founded, createdAt: now })
				.onConflictDoNothing()
				.returning({ id: org.id });
			if (stored) return founded;
		}
	});
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
