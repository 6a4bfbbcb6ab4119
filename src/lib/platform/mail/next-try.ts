import { mailKinds, type MailKind } from './mail-kind.ts';

const minute = 60_000;
const longest = 4 * 60;

/**
 * When a mail that was put off is tried again. Pauses double, from five minutes (what most greylists ask for; RFC 6647,
 * section 4.3 counts on a retry between one minute and a day) to four hours; those of urgent mails begin at one minute.
 * A server that says how long it wants to be left alone is obeyed.
 * @param tries how often it has been tried, this time included
 * @param askedSeconds the pause that the server asked for
 * @returns null when the mail is worth nothing by then: RFC 5321, section 4.5.4.1 gives ordinary mail four to five days
 */
export function nextTry(
	mail: { kind: MailKind; createdAt: Date; tries: number },
	now: Date,
	askedSeconds?: number,
): Date | null {
	const { urgent, minutes } = mailKinds[mail.kind];
	const own = (urgent ? 1 : 5) * 2 ** Math.min(mail.tries - 1, 10);
	const pause = askedSeconds === undefined ? own : Math.max(1, askedSeconds / 60);
	const at = new Date(now.getTime() + Math.min(pause, longest) * minute);
	return at.getTime() > mail.createdAt.getTime() + minutes * minute ? null : at;
}

/** How long all mail rests after the mail server failed so many times in a row: one minute, at last a quarter of an hour. */
export function restAfter(failures: number, now: Date): Date {
	return new Date(now.getTime() + Math.min(2 ** (failures - 1), 15) * minute);
}
