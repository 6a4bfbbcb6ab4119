import { createTransport } from 'nodemailer';
import type { Locale } from '../../context.ts';
import { renderMail } from '../render-mail.ts';
import { readRefusal, type Refusal, type SmtpError } from '../smtp-answer.ts';

/** A mail on its way. The id makes a repeated delivery recognizable: it is in its Message-ID. */
export interface Outgoing {
	readonly id: string;
	readonly recipient: string;
	readonly language: Locale;
	readonly subject: string;
	readonly body: string;
	readonly stopLink: string | null;
}

/** One connection to the mail server, kept open from mail to mail. */
export interface MailLine {
	/** @returns undefined when the server took the mail, and answers for it from then on */
	send(letter: Outgoing): Promise<Refusal | undefined>;
	/** Lets who uses the line take turns. */
	alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface Mailer {
	readonly lines: readonly MailLine[];
	/** From now on nobody begins another mail. */
	readonly stopping: boolean;
	stop(): void;
	close(): void;
}

const seconds = 1000;

/**
 * How long a line waits. RFC 5321, section 4.5.3.2 asks for ten minutes after the final dot: who leaves earlier, and sends
 * again, is the one who sends twice.
 */
const patience = {
	connectionTimeout: 30 * seconds,
	greetingTimeout: 120 * seconds,
	socketTimeout: 600 * seconds,
};

/** The longest that one mail may take. */
export const longestMail = 13 * 60 * seconds;

/**
 * The mail server, or undefined: then mails wait on the outbox page.
 * @param smtpUrl `smtps://` is TLS from the start; `smtp://` becomes TLS where the server offers it, and only with TLS
 * when the address ends with `?requireTLS=true`
 * @param connections how many mails may be under way at once
 */
export function openMailer(
	smtpUrl: string | undefined,
	from: string,
	connections: number,
): Mailer | undefined {
	if (!smtpUrl) return undefined;
	const lines = Array.from({ length: connections }, () => openLine(smtpUrl, from));
	let stopping = false;
	return {
		lines,
		get stopping() {
			return stopping;
		},
		stop: () => void (stopping = true),
		close: () => lines.forEach((line) => line.close()),
	};
}

function openLine(url: string, from: string): MailLine & { close(): void } {
	// A pool of one: it opens the connection again when the server has closed it between two mails. Whether to go on
	// after a failure is ours to say, so it never tries a mail again by itself once it has begun.
	const transport = createTransport(
		{ url, pool: true, maxConnections: 1, maxMessages: 100, ...patience },
		{ from, disableFileAccess: true, disableUrlAccess: true },
	);
	const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
	let turn: Promise<unknown> = Promise.resolve();
	return {
		async send(letter) {
			try {
				await transport.sendMail({
					to: { name: '', address: letter.recipient },
					...renderMail(letter),
					messageId: `<${letter.id}@${host}>`,
					headers: headersOf(letter),
				});
				return undefined;
			} catch (error) {
				return readRefusal(error as SmtpError);
			}
		},
		alone(work) {
			const result = turn.then(work);
			turn = result.catch(() => undefined); // told to who asked for it
			return result;
		},
		close: () => transport.close(),
	};
}

function headersOf({ language, stopLink }: Outgoing): Record<string, string> {
	return {
		'Content-Language': language,
		// RFC 3834: no vacation notice answers it.
		'Auto-Submitted': 'auto-generated',
		...(stopLink && { 'List-Unsubscribe': `<${stopLink}>` }),
		// RFC 8058: one click in the mail program; only over https.
		...(stopLink?.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
	};
}
