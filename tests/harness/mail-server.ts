import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

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
	/** From now on it behaves badly in these ways, and in no other. */
	misbehave(how: Misbehavior): void;
	/** Closes every connection that is open, without a word. */
	hangUp(): void;
	close(): Promise<void>;
}

/** What mail servers do to those who send. */
export interface Misbehavior {
	/** What it says to a recipient, such as `550 5.1.1 No such user`; undefined: welcome. `tries` counts from 1. */
	readonly recipient?: (address: string, tries: number) => string | undefined;
	/** What it says to a sender. */
	readonly sender?: () => string | undefined;
	/** What it says to who connects. */
	readonly greeting?: () => string | undefined;
	/** What it says to a mail it has read. */
	readonly mail?: (address: string, tries: number) => string | undefined;
	/** It ends a connection, by 421, after so many mails. */
	readonly mailsPerConnection?: number;
	/** Where it breaks the connection off: before the mail, in its middle, or after it has taken it, before it says so. */
	readonly drop?: (address: string, tries: number) => 'before' | 'during' | 'after' | undefined;
	/** It thinks so long about each mail. */
	readonly slowMs?: number;
}

/** A real SMTP server in this process that keeps what it receives. */
export async function openMailServer(): Promise<MailServer> {
	const mails: ReceivedMail[] = [];
	const tries = new Map<string, number>();
	const taken = new Map<string, number>();
	let refusing = false;
	let how: Misbehavior = {};
	const addressOf = (session: SMTPServerSession) => session.envelope.rcptTo[0]?.address ?? '';
	/** Breaks a connection off as a pulled plug does. */
	function hangUp(id?: string): void {
		for (const one of smtp.connections as Set<{ id: string; _socket: { destroy(): void } }>)
			if (id === undefined || one.id === id) one._socket.destroy();
	}
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		onConnect: (session, done) => done(refusal(how.greeting?.())),
		onMailFrom(address, session, done) {
			const full = (taken.get(session.id) ?? 0) >= (how.mailsPerConnection ?? Infinity);
			done(refusal(full ? '421 4.7.0 Too many messages on this connection' : how.sender?.()));
		},
		onRcptTo({ address }, session, done) {
			const time = (tries.get(address) ?? 0) + 1;
			tries.set(address, time);
			if (how.drop?.(address, time) === 'before') return hangUp(session.id);
			done(refusal(how.recipient?.(address, time)));
		},
		onData(stream, session, done) {
			void (async () => {
				const address = addressOf(session);
				const time = tries.get(address) ?? 0;
				const drop = how.drop?.(address, time);
				if (drop === 'during') return hangUp(session.id);
				const raw = Buffer.concat(await Array.fromAsync<Buffer>(stream));
				if (how.slowMs) await sleep(how.slowMs);
				if (refusing) throw Object.assign(new Error('Try again later'), { responseCode: 451 });
				const no = refusal(how.mail?.(address, time));
				if (no) throw no;
				taken.set(session.id, (taken.get(session.id) ?? 0) + 1);
				mails.push(
					await read(
						raw,
						session.envelope.rcptTo.map(({ address }) => address),
					),
				);
				if (drop === 'after') return hangUp(session.id);
				done();
			})().catch(done);
		},
	});
	smtp.on('error', () => undefined); // connections that break are what it is for
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
		misbehave: (wish) => (how = wish),
		hangUp: () => hangUp(),
		close: () => new Promise((done) => smtp.close(() => done())),
	};
}

/** `450 4.7.1 Later, please` as smtp-server wants it. */
function refusal(words: string | undefined): (Error & { responseCode: number }) | null {
	if (!words) return null;
	return Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) });
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
