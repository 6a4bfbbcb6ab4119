import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/server/database.ts';
import { chainStart, hashEntry, hashLink } from './chain.ts';
import { auditEntry, auditLink } from './schema.ts';

export interface AuditReport {
	/** Links in the chain. */
	readonly links: number;
	/** Links whose entry was erased under retention; the chain holds without it. */
	readonly erased: number;
	/** The last hash; whoever holds a copy from outside can compare. */
	readonly head: string;
	/** What does not hold, in words; empty when all does. */
	readonly problems: readonly string[];
}

/** Walks an organization's chain from its start: numbers without gaps, every hash recomputed. */
export async function verifyAudit(tx: Tx, orgId: string): Promise<AuditReport> {
	const rows = await tx
		.select({ link: auditLink, entry: auditEntry })
		.from(auditLink)
		.leftJoin(auditEntry, and(eq(auditEntry.orgId, auditLink.orgId), eq(auditEntry.id, auditLink.entryId)))
		.where(eq(auditLink.orgId, orgId))
		.orderBy(asc(auditLink.number));
	const problems: string[] = [];
	let previous = chainStart;
	let erased = 0;
	rows.forEach(({ link, entry }, index) => {
		if (link.number !== index + 1)
			problems.push(`Link ${index + 1} is missing; ${link.number} stands in its place.`);
		if (hashLink(link.number, previous, link.entryHash) !== link.hash) {
			problems.push(`Link ${link.number} does not follow from the one before it.`);
		}
		if (!entry) erased += 1;
		else if (hashEntry(entry) !== link.entryHash)
			problems.push(`The act of link ${link.number} was changed.`);
		previous = link.hash;
	});
	return { links: rows.length, erased, head: previous, problems };
}
