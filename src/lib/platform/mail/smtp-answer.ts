/** What nodemailer says of a mail that was not taken. */
export interface SmtpError {
	readonly code?: string;
	/** The command that failed, such as `RCPT TO`; `CONN` outside of one, `API` before anything was sent. */
	readonly command?: string;
	/** The three digits of the reply, where there was one. */
	readonly responseCode?: number;
	readonly response?: string;
	readonly syscall?: string;
	readonly message?: string;
}

/** Why nothing can be sent at all, whoever it is for. */
export type ServerTrouble =
	| 'unreachable'
	| 'not_secure'
	| 'sign_in_refused'
	| 'sender_refused'
	| 'relay_refused'
	| 'refuses_all'
	| 'busy';

export interface Answer {
	/** The three digits, such as 550. */
	readonly code: number | null;
	/** The enhanced status of RFC 3463, such as `5.1.1`. */
	readonly status: string | null;
	/** The server's own words, shortened, without addresses. Never logged. */
	readonly words: string | null;
}

/**
 * - `bounced`: this address or this mail is refused for good; trying again would annoy.
 * - `deferred`: not now. Greylists, full mailboxes, limits.
 * - `dropped`: the connection broke while the mail was under way; nobody knows whether it was taken.
 * - `server`: nothing about this mail: the server takes none from us.
 */
export type Refusal =
	| ({ readonly outcome: 'bounced' | 'dropped' } & Answer)
	| ({ readonly outcome: 'deferred'; readonly askedSeconds?: number } & Answer)
	| { readonly outcome: 'server'; readonly trouble: ServerTrouble; readonly code: number | null };

/** Replies that speak of us, not of a recipient: sign in first, wrong order, not known, not allowed. */
const aboutUs = new Set([500, 502, 503, 530, 534, 535, 538]);

/**
 * What providers say when our own allowance for the day is used up, by a code that sounds like a refusal for good: "554
 * 5.2.0 STOREDRV.Submission…" (Exchange Online), "550 5.4.5 Daily user sending limit exceeded" (Gmail).
 */
const ourQuota = /STOREDRV\.(Submission|ClientSubmit)|\b(daily|sending|submission)\b.{0,40}\b(limit|quota)/i;

/** Tells apart what went wrong: with this mail, or with the server (RFC 5321, section 4.2; RFC 3463). */
export function readRefusal(error: SmtpError): Refusal {
	const { code, command = '', responseCode } = error;
	const trouble = troubleOf(error);
	if (trouble) return { outcome: 'server', trouble, code: responseCode ?? null };
	const answer = answerOf(error);
	if (responseCode === undefined) {
		// Refused by nodemailer itself: an address that cannot be one.
		const own = command === 'API' && (code === 'EENVELOPE' || code === 'EMESSAGE');
		return { outcome: own ? 'bounced' : 'dropped', ...answer };
	}
	if (responseCode >= 500) return { outcome: 'bounced', ...answer };
	const askedSeconds = askedPause(error.response ?? '');
	return { outcome: 'deferred', ...answer, ...(askedSeconds !== undefined && { askedSeconds }) };
}

function troubleOf({ code, command = '', responseCode, response = '', syscall, message = '' }: SmtpError) {
	if (code === 'EAUTH' || code === 'ENOAUTH' || command.startsWith('AUTH')) {
		// 454: "temporary authentication failure" (RFC 4954, section 4.7.1) is the server's own trouble.
		return responseCode !== undefined && responseCode < 500 ? 'busy' : 'sign_in_refused';
	}
	if (code === 'ETLS' || command === 'STARTTLS') return 'not_secure';
	// "Number of retries": each new connection was closed before its greeting.
	if (
		code === 'EDNS' ||
		syscall === 'connect' ||
		/greeting never|connection timeout|number of retries/i.test(message)
	)
		return 'unreachable';
	if (responseCode === undefined) return undefined;
	if (responseCode === 530 || responseCode === 535) return 'sign_in_refused';
	if (responseCode >= 500 && /relay/i.test(response)) return 'relay_refused';
	if (responseCode >= 500 && ourQuota.test(response)) return 'busy';
	if (aboutUs.has(responseCode)) return 'unreachable';
	if (command === 'MAIL FROM' && responseCode >= 500) return 'sender_refused';
	if (!['MAIL FROM', 'RCPT TO', 'DATA', 'API'].includes(command)) {
		// 421 outside of a mail: the next connection tells more.
		return responseCode === 421 ? undefined : responseCode >= 500 ? 'unreachable' : 'busy';
	}
	// x.3.x speaks of the mail system, x.4.5 of its congestion (RFC 3463, sections 3.4 and 3.5).
	if (responseCode < 500 && responseCode !== 421 && /^4\.(3\.\d|4\.5)$/.test(statusOf(response) ?? ''))
		return 'busy';
	return undefined;
}

function answerOf({ responseCode, response = '' }: SmtpError): Answer {
	return { code: responseCode ?? null, status: statusOf(response), words: wordsOf(response) };
}

const statusOf = (response: string) => /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null;

/** At most 120 characters of the reply, on one line, without anything that looks like an address or a link. */
function wordsOf(response: string): string | null {
	const words = response
		.replace(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})?/, '')
		.replace(/[<("']?[^\s<>("']+@[^\s<>)"']+[>)"']?/g, '…')
		.replace(/https?:\/\/\S+/g, '…')
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim()
		.slice(0, 120);
	return words || null;
}

/** "Greylisted, try again in 300 seconds" → 300. */
function askedPause(response: string): number | undefined {
	const found = /\b(\d{1,5})\s*(s|sec|secs|seconds?|m|min|mins|minutes?)\b/i.exec(response.slice(4));
	if (!found?.[1] || !found[2]) return undefined;
	return Number(found[1]) * (found[2].toLowerCase().startsWith('m') ? 60 : 1);
}
