import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/server/database.ts';
import { restAfter } from '../next-try.ts';
import type { ServerTrouble } from '../smtp-answer.ts';
import { mailServer } from './schema.ts';

/** The mail server as all processes know it. */
export type MailServerState = typeof mailServer.$inferSelect;

const theOne = eq(mailServer.id, 1);
const minute = 60_000;

/** Makes the one row, at start. */
export async function keepMailServer(tx: Tx): Promise<void> {
	await tx.insert(mailServer).values({ id: 1 }).onConflictDoNothing();
}

/** Looks at it without waiting for anybody. */
export async function seeMailServer(tx: Tx): Promise<MailServerState | undefined> {
	const [found] = await tx.select().from(mailServer).where(theOne);
	return found;
}

/** Holds it until the transaction ends: processes take turns at taking mails. */
export async function holdMailServer(tx: Tx): Promise<MailServerState> {
	const [found] = await tx.select().from(mailServer).where(theOne).for('update');
	if (!found) throw new Error('The row of the mail server is missing.');
	return found;
}

/** How many more mails it may be given in the minute that runs. */
export function leftThisMinute(server: MailServerState, perMinute: number, now: Date): number {
	return perMinute - (sameMinute(server, now) ? server.taken : 0);
}

/** Counts mails that are taken to it. */
export async function countTaken(tx: Tx, server: MailServerState, count: number, now: Date): Promise<void> {
	const counted = sameMinute(server, now) ? { taken: server.taken + count } : { minuteAt: now, taken: count };
	await tx.update(mailServer).set(counted).where(theOne);
}

function sameMinute({ minuteAt }: MailServerState, now: Date): boolean {
	return (
		minuteAt !== null && now.getTime() >= minuteAt.getTime() && now.getTime() - minuteAt.getTime() < minute
	);
}

/** It takes nothing from us: all mail rests for a while, longer each time. */
export async function rest(tx: Tx, trouble: ServerTrouble, code: number | null, now: Date): Promise<void> {
	const server = await holdMailServer(tx);
	if (server.restUntil && server.restUntil > now) return; // another line has just said so
	const failures = server.failures + 1;
	await tx
		.update(mailServer)
		.set({
			trouble,
			troubleCode: code,
			troubleSince: sql`coalesce(${mailServer.troubleSince}, ${now.toISOString()})`,
			failures,
			restUntil: restAfter(failures, now),
		})
		.where(theOne);
}

/** It works: a mail was taken, or somebody wants to try at once. */
export async function endRest(tx: Tx, what: 'works' | 'try'): Promise<void> {
	const works = { trouble: null, troubleCode: null, troubleSince: null, failures: 0 };
	await tx
		.update(mailServer)
		.set({ restUntil: null, ...(what === 'works' && works) })
		.where(theOne);
}
