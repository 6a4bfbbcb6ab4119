import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Tx } from '../../db/server/database.ts';
import { mailKinds, urgentKinds } from '../mail-kind.ts';
import { nextTry } from '../next-try.ts';
import type { Refusal } from '../smtp-answer.ts';
import { mail, mailAttempt } from './schema.ts';
import { isDue, type HeldMail } from './take-mails.ts';

/** Writes that a server has taken a mail, which loses its words here. In one round trip: thousands go this way. */
export async function noteSent(db: Database, letter: HeldMail, now: Date): Promise<void> {
	const { orgId, id, recipient } = letter;
	await db.askInOrg(orgId, {
		name: 'note-sent',
		text: `with taken as (
				update mail set sent_at = $4, body = null, stop_link = null, held_until = null, failed_at = null, failure = null
				where org_id = $1 and id = $2)
			insert into mail_attempt (org_id, mail_id, id, at, outcome, recipient) values ($1, $2, $3, $4, 'sent', $5)`,
		values: [orgId, id, uuidv7(), now, recipient],
	});
}

/** Writes why a mail was not taken, and where it stands now. */
export async function noteRefusal(
	tx: Tx,
	letter: HeldMail,
	refusal: Exclude<Refusal, { outcome: 'server' }>,
	now: Date,
): Promise<void> {
	const { orgId, id, recipient } = letter;
	const attempt = { orgId, mailId: id, at: now, recipient };
	const { outcome, code, status, words } = refusal;
	await tx.insert(mailAttempt).values({ ...attempt, id: uuidv7(), outcome, code, status, words });
	// Somebody may have given it another address meanwhile: then what this one answered changes nothing.
	const still = and(oneMail(orgId, id), isNull(mail.sentAt), eq(mail.recipient, recipient));
	if (outcome === 'bounced') {
		await tx.update(mail).set({ failedAt: now, failure: 'bounced', heldUntil: null }).where(still);
		return;
	}
	const tries = letter.tries + 1;
	const asked = refusal.outcome === 'deferred' ? refusal.askedSeconds : undefined;
	// What was dropped may have been for any reason: a minute is enough at first.
	const seconds = outcome === 'dropped' ? Math.min(60 * 2 ** (tries - 1), 4 * 3600) : asked;
	const nextTryAt = nextTry({ ...letter, tries }, now, seconds);
	await tx.update(mail).set({ tries, nextTryAt, heldUntil: null }).where(still);
	if (nextTryAt === null) await giveUp(tx, orgId, [letter], now);
}

/** Lets go of mails that were held and not tried. */
export async function letGo(tx: Tx, letters: readonly HeldMail[]): Promise<void> {
	const [first] = letters;
	if (!first) return;
	await tx
		.update(mail)
		.set({ heldUntil: null })
		.where(
			and(
				eq(mail.orgId, first.orgId),
				inArray(
					mail.id,
					letters.map(({ id }) => id),
				),
			),
		);
}

/** Gives up urgent mails that are worth nothing anymore: a link that has expired helps nobody. */
export async function giveUpStale(tx: Tx, orgId: string, now: Date): Promise<void> {
	for (const kind of urgentKinds) {
		const worth = new Date(now.getTime() - mailKinds[kind].minutes * 60_000);
		const stale = await tx
			.select()
			.from(mail)
			.where(
				and(
					eq(mail.orgId, orgId),
					eq(mail.kind, kind),
					isDue(now),
					isNull(mail.heldUntil),
					sql`${mail.createdAt} < ${worth.toISOString()}`,
				),
			)
			.for('update', { skipLocked: true });
		await giveUp(tx, orgId, stale, now);
	}
}

async function giveUp(
	tx: Tx,
	orgId: string,
	letters: readonly { id: string; recipient: string }[],
	now: Date,
): Promise<void> {
	if (letters.length === 0) return;
	await tx.insert(mailAttempt).values(
		letters.map(({ id, recipient }) => ({
			orgId,
			id: uuidv7(),
			mailId: id,
			at: now,
			outcome: 'given_up' as const,
			recipient,
		})),
	);
	await tx
		.update(mail)
		.set({ failedAt: now, failure: 'given_up', heldUntil: null })
		.where(
			and(
				eq(mail.orgId, orgId),
				inArray(
					mail.id,
					letters.map(({ id }) => id),
				),
			),
		);
}

const oneMail = (orgId: string, id: string) => and(eq(mail.orgId, orgId), eq(mail.id, id));
