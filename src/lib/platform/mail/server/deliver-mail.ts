import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Tx } from '../../db/server/database.ts';
import type { Log } from '../../log/log.ts';
import { longestMail, type Mailer, type MailLine } from './mailer.ts';
import { endRest, rest } from './mail-server.ts';
import { giveUpStale, letGo, noteRefusal, noteSent } from './note-attempt.ts';
import { takeMails, type HeldMail } from './take-mails.ts';

/** What it takes to bring mail to a server. */
export interface PostOffice {
	readonly db: Database;
	readonly mailer: Mailer;
	readonly perMinute: number;
	readonly log: Log;
	now(): Date;
}

/** An organization has the lines for so long; then the next one, and the rest later. */
const sliceMs = 5_000;
/** So few at once that an urgent mail does not wait behind many. */
const handful = 10;
/** So many addresses refused in a row speak of the server or of us rather than of them: the others wait. */
const doubtful = 10;
/** A process holds what it took for so long. Longer than a handful of ordinary mails, and than the slowest one. */
const holdMs = longestMail + 5 * 60_000;

/**
 * Brings the due mails of one organization to the mail server, for a few seconds, over all lines.
 *
 * No transaction is open while the server answers. What is sure: a mail is recorded as sent only after the server has
 * answered 250 to the final dot, and is then never sent again; one that was refused was not taken. What cannot be sure,
 * for any program (RFC 5321, section 6.1; RFC 1047): when the connection breaks, or this process dies, after the final
 * dot and before the answer is stored, the server may have taken the mail. It is then sent again rather than lost,
 * with the same Message-ID, by which mail servers and mailboxes may know it.
 * @returns whether some may be left that are due
 */
export async function deliverMail(office: PostOffice, orgId: string): Promise<boolean> {
	await office.db.inOrg(orgId, (tx) => giveUpStale(tx, orgId, office.now()));
	const end = performance.now() + sliceMs;
	const results = await Promise.allSettled(
		office.mailer.lines.map((line) => line.alone(() => useLine(office, orgId, line, end))),
	);
	for (const result of results) if (result.status === 'rejected') throw result.reason;
	return results.some((result) => result.status === 'fulfilled' && result.value);
}

/** @returns whether some may be left */
async function useLine(office: PostOffice, orgId: string, line: MailLine, end: number): Promise<boolean> {
	const { db, mailer, perMinute } = office;
	const inOrg = <Result>(work: (tx: Tx) => Promise<Result>) => db.inOrg(orgId, work);
	let strikes = 0;
	let refused = 0;
	while (performance.now() < end && !mailer.stopping) {
		const now = office.now();
		const heldUntil = new Date(now.getTime() + holdMs);
		const wish = { orgId, count: handful, perMinute, now, heldUntil };
		const { mails, trouble } = await inOrg((tx) => takeMails(tx, wish));
		if (mails.length === 0) return false;
		let troubled = trouble;
		for (const [place, letter] of mails.entries()) {
			const outcome = isLate(letter, office.now()) || mailer.stopping ? 'late' : await line.send(letter);
			if (outcome === 'late') {
				await inOrg((tx) => letGo(tx, mails.slice(place)));
				break;
			}
			if (outcome?.outcome === 'server') {
				await inOrg((tx) => letGo(tx, mails.slice(place)));
				await pause(office, outcome.trouble, outcome.code);
				return false;
			}
			const at = office.now();
			if (outcome) await persist(() => inOrg((tx) => noteRefusal(tx, letter, outcome, at)));
			else await persist(() => noteSent(db, letter, at));
			if (!outcome && troubled) {
				troubled = false;
				await db.global((tx) => endRest(tx, 'works'));
			}
			// A server that ends a connection after some mails wants another one; one that ends each at once wants none.
			strikes = outcome?.outcome === 'dropped' || outcome?.code === 421 ? strikes + 1 : 0;
			refused = outcome?.outcome === 'bounced' ? refused + 1 : 0;
			if (refused === doubtful) {
				await inOrg((tx) => letGo(tx, mails.slice(place + 1)));
				await pause(office, 'refuses_all', outcome?.code ?? null);
				return false;
			}
			if (strikes === 2) {
				await inOrg((tx) => letGo(tx, mails.slice(place + 1)));
				await pause(office, 'busy', outcome?.code ?? null);
				return false;
			}
		}
	}
	return !mailer.stopping;
}

/** So late that it could still be under way when the next process takes it. */
const isLate = (letter: HeldMail, now: Date) =>
	(letter.heldUntil?.getTime() ?? 0) - now.getTime() < longestMail;

async function pause(office: PostOffice, trouble: Parameters<typeof rest>[1], code: number | null) {
	office.log.warn({ trouble, code }, 'the mail server takes no mail from us; mail rests for a while');
	await office.db.global((tx) => rest(tx, trouble, code, office.now()));
}

/** What the server has taken must be written down, also when the database is away for a moment. */
async function persist(work: () => Promise<void>): Promise<void> {
	for (let time = 1; ; time += 1) {
		try {
			return await work();
		} catch (error) {
			if (time === 5) throw error;
			await sleep(1000 * time);
		}
	}
}
