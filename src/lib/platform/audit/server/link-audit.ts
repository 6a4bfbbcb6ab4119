import { and, asc, desc, eq, notExists, sql } from 'drizzle-orm';
import type { Database, Tx } from '../../db/server/database.ts';
import type { Log } from '../../log/log.ts';
import { org } from '../../org/server/schema.ts';
import { chainStart, hashEntry, hashLink } from './chain.ts';
import { auditEntry, auditLink } from './schema.ts';

/** Organizations with acts of this process that may not be linked yet, and when the last one was written. */
const unlinked = new Map<string, number>();
/** Longer than any transaction may last, so that an act is never forgotten between being written and committed. */
const longestTransaction = 90_000;

export function noteUnlinked(orgId: string): void {
	unlinked.set(orgId, performance.now());
}

/**
 * Links new acts into their organization's chain, once a second; at start, also those that a killed process
 * left behind. Processes take turns by an advisory lock for each organization.
 */
export async function startLinking(db: Database, log: Log): Promise<{ stop(): Promise<void> }> {
	for (const { id } of await db.global((tx) => tx.select({ id: org.id }).from(org))) noteUnlinked(id);
	let running: Promise<void> = Promise.resolve();
	let idle = true;
	const timer = setInterval(() => {
		if (!idle) return;
		idle = false;
		running = linkAll(db, log).finally(() => (idle = true));
	}, 1000);
	timer.unref();
	return {
		async stop() {
			clearInterval(timer);
			await running;
			await linkAll(db, log);
		},
	};
}

async function linkAll(db: Database, log: Log): Promise<void> {
	for (const [orgId, noted] of [...unlinked]) {
		try {
			await db.inOrg(orgId, (tx) => linkAudit(tx, orgId, new Date()));
			if (performance.now() - noted > longestTransaction && unlinked.get(orgId) === noted)
				unlinked.delete(orgId);
		} catch (error) {
			log.warn({ err: error }, 'linking the audit chain failed and will be tried again');
		}
	}
}

/** Links every act of an organization that is not linked yet, oldest first. */
export async function linkAudit(tx: Tx, orgId: string, now: Date): Promise<number> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('audit:' || ${orgId}, 0))`);
	const linked = tx
		.select({ found: sql`1` })
		.from(auditLink)
		.where(and(eq(auditLink.orgId, auditEntry.orgId), eq(auditLink.entryId, auditEntry.id)));
	const entries = await tx
		.select()
		.from(auditEntry)
		.where(and(eq(auditEntry.orgId, orgId), notExists(linked)))
		.orderBy(asc(auditEntry.at), asc(auditEntry.id))
		.limit(1000);
	if (entries.length === 0) return 0;
	const [head] = await tx
		.select()
		.from(auditLink)
		.where(eq(auditLink.orgId, orgId))
		.orderBy(desc(auditLink.number))
		.limit(1);
	let number = head?.number ?? 0;
	let previous = head?.hash ?? chainStart;
	const links = entries.map((entry) => {
		number += 1;
		const entryHash = hashEntry(entry);
		previous = hashLink(number, previous, entryHash);
		return { orgId, number, entryId: entry.id, entryHash, hash: previous, linkedAt: now };
	});
	await tx.insert(auditLink).values(links);
	return links.length;
}
