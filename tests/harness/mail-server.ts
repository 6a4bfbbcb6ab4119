import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
	readonly from: string;
	/** Whom the envelope names. */
	readonly to: readonly string[];
	readonly subject: string;
	readonly text: string;
	/** The first link in it. */
	readonly link: string | undefined;
	readonly parsed: Email;
}

export interface MailServer {
	/** For SMTP_URL. */
	readonly url: string;
	readonly mails: readonly ReceivedMail[];
	/** Waits for the next mail to somebody (the newest that is there already counts too). */
	mailTo(address: string, patienceMs?: number): Promise<ReceivedMail>;
	/** From now on every mail is refused for the moment, as by a server that is overloaded; or taken again. */
	refuse(refusing: boolean): void;
	close(): Promise<void>;
}

/** A real SMTP server in this process that keeps what it receives. */
export async function openMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	let refusing = false;
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		onData(stream, session, done) {
			void (async () => {
				const raw = Buffer.concat(await Array.fromAsync<Buffer>(stream));
				if (refusing) throw Object.assign(new Error('Try again later'), { responseCode: 451 });
				mails.push(
					await read(
						raw,
						session.envelope.rcptTo.map(({ address }) => address),
					),
				);
			})().then(() => done(), done);
		},
	});
	const server = smtp.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
		mails,
		async mailTo(address, patienceMs = 15_000) {
			for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(20)) {
				const found = mails.findLast(({ to }) => to.includes(address));
				if (found) return found;
			}
			throw new Error(`No mail to ${address} arrived; ${mails.length} others did.`);
		},
		refuse: (whether) => (refusing = whether),
		close: () => new Promise((done) => smtp.close(() => done())),
	};
}

async function read(raw: Buffer, to: readonly string[]): Promise<ReceivedMail> {
	const parsed = await PostalMime.parse(raw);
	const text = parsed.text ?? '';
	return {
		from: parsed.from?.address ?? '',
		to,
		subject: parsed.subject ?? '',
		text,
		link: /https?:\/\/\S+/.exec(text)?.[0],
		parsed,
	};
}
