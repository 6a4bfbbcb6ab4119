import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/server/database.ts';
import { urgentKinds } from '../mail-kind.ts';
import { countTaken, holdMailServer, leftThisMinute } from './mail-server.ts';
import { mail } from './schema.ts';

/** A mail that this process holds for a while: nobody else sends it meanwhile. */
export type HeldMail = typeof mail.$inferSelect & { body: string };

export interface Taken {
	readonly mails: readonly HeldMail[];
	/** Whether the server was in trouble when they were taken. */
	readonly trouble: boolean;
}

/** One part in ten of what the server may be given is kept for who waits for it: sign-in links. */
const keptForUrgent = 0.1;

/**
 * Takes a few mails that are due, urgent ones first, and holds them until `heldUntil`. A process that dies holding some
 * lets go of them by then; processes and lines never take the same one. None are taken while
 * the server rests, or has had enough in this minute.
 */
export async function takeMails(
	tx: Tx,
	wish: { orgId: string; count: number; perMinute: number; now: Date; heldUntil: Date },
): Promise<Taken> {
	const { orgId, count, perMinute, now, heldUntil } = wish;
	const server = await holdMailServer(tx);
	const trouble = server.trouble !== null;
	if (server.restUntil && server.restUntil > now) return { mails: [], trouble };
	const left = leftThisMinute(server, perMinute, now);
	const forAll = left - Math.floor(perMinute * keptForUrgent);
	const some = Math.min(count, forAll > 0 ? forAll : left);
	if (some <= 0) return { mails: [], trouble };
	const urgent = sql`${mail.kind} in (${sql.join(
		urgentKinds.map((kind) => sql`${kind}`),
		sql`, `,
	)})`;
	const mails = await tx
		.select()
		.from(mail)
		.where(
			sql`${mail.orgId} = ${orgId} and ${isDue(now)} and ${isFree(now)} ${forAll > 0 ? sql`` : sql`and ${urgent}`}`,
		)
		.orderBy(sql`${urgent} desc`, mail.createdAt, mail.id)
		.limit(some)
		.for('update', { skipLocked: true });
	if (mails.length === 0) return { mails: [], trouble };
	const ids = mails.map(({ id }) => id);
	await Promise.all([
		tx
			.update(mail)
			.set({ heldUntil })
			.where(and(eq(mail.orgId, orgId), inArray(mail.id, ids))),
		countTaken(tx, server, mails.length, now),
	]);
	return { mails: mails.map((one) => ({ ...one, heldUntil }) as HeldMail), trouble };
}

/** Whether an organization has a mail that nobody holds and whose time has come. */
export async function anyDue(tx: Tx, orgId: string, now: Date): Promise<boolean> {
	const found = await tx
		.select({ id: mail.id })
		.from(mail)
		.where(sql`${mail.orgId} = ${orgId} and ${isDue(now)} and ${isFree(now)}`)
		.limit(1);
	return found.length > 0;
}

const isFree = (now: Date) => sql`(${mail.heldUntil} is null or ${mail.heldUntil} < ${now.toISOString()})`;

/** Not sent, not given up, and its time has come. */
export const isDue = (now: Date) =>
	sql`${mail.sentAt} is null and ${mail.failedAt} is null and ${mail.body} is not null
		and (${mail.nextTryAt} is null or ${mail.nextTryAt} <= ${now.toISOString()})`;
