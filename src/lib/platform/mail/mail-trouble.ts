import type { MailKind } from './mail-kind.ts';
import type { ServerTrouble } from './smtp-answer.ts';

/** Where a mail stands that has not been taken by a server. */
export type MailState = 'waiting' | 'deferred' | 'bounced' | 'given_up';

/** Why an address gets no mail, as far as the server's codes tell (RFC 3463, RFC 5321). */
export type TroubleReason = 'unknown' | 'full' | 'refused' | 'too_large' | 'later' | 'broken' | 'late';

/** What became of the last mail to somebody's present address, when it did not arrive. */
export interface MailTrouble {
	readonly mail: string;
	readonly kind: MailKind;
	readonly state: Exclude<MailState, 'waiting'>;
	readonly reason: TroubleReason;
	/** Such as "550 5.1.1": for whoever runs the mail server. */
	readonly code: string | null;
	readonly at: Date;
}

/** A mail that has not arrived. */
export interface OutboxLine {
	readonly id: string;
	readonly recipient: string;
	readonly kind: MailKind;
	readonly subject: string;
	readonly createdAt: Date;
	readonly state: MailState;
	/** What its last attempt came to; null before the first. */
	readonly reason: TroubleReason | null;
	readonly code: string | null;
	readonly nextTryAt: Date | null;
}

/** What has not arrived, and why. */
export interface Outbox {
	readonly counts: Readonly<Record<MailState, number>>;
	/** Why nothing is sent at all, and since when; null while the mail server works. */
	readonly trouble: { readonly is: ServerTrouble; readonly since: Date; readonly code: number | null } | null;
	/** Those that somebody must look at first, then the newest; at most 500. */
	readonly mails: readonly OutboxLine[];
}

/** The reason behind the codes of the last attempt. */
export function troubleReason(last: {
	outcome: string;
	code: number | null;
	status: string | null;
}): TroubleReason {
	const { outcome, code, status } = last;
	if (outcome === 'given_up') return 'late';
	if (outcome === 'dropped') return 'broken';
	const detail = status?.slice(2) ?? '';
	if (/^2\.2$/.test(detail) || code === 552 || code === 452) return 'full';
	if (/^(2\.3|3\.4)$/.test(detail)) return 'too_large';
	if (outcome === 'deferred') return 'later';
	if (/^7\./.test(detail)) return 'refused';
	if (/^(1\.|2\.[01]$)/.test(detail) || code === 550 || code === 551 || code === 553 || code === null)
		return 'unknown';
	return 'refused';
}

/** "550 5.1.1", or null when no server said anything. */
export function codeOf({ code, status }: { code: number | null; status: string | null }): string | null {
	return code === null ? null : [code, status].filter(Boolean).join(' ');
}
