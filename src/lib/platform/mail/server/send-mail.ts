import { v7 as uuidv7 } from 'uuid';
import type { Ctx, Locale } from '../../context.ts';
import { newToken } from '../../auth/server/token.ts';
import { isOptionalKind, type OptionalKind, type RequiredKind } from '../mail-kind.ts';
import { whoStopped } from './choose-mail.ts';
import { mail } from './schema.ts';

export const mailQueue = 'mail';

interface Words {
	readonly accountId: string;
	readonly recipient: string;
	readonly language: Locale;
	readonly subject: string;
	/** Plain text; links stand on lines of their own. */
	readonly body: string;
	/**
	 * Names what it is about and for whom, such as `invitation:stepping-in:<person>`: a second mail with the same key is
	 * not written, however often and from wherever it is asked for.
	 */
	readonly onceKey?: string;
}

/** A mail that its reader needs, or one that they may say no to; the latter ends with a link for that. */
export type Letter = Words &
	(
		| { readonly kind: RequiredKind }
		| {
				readonly kind: OptionalKind;
				/** What links begin with, such as `https://learn.example.org`. */
				readonly address: string;
		  }
	);

/**
 * Puts a mail into the verb's own transaction: it is sent if and only if that commits.
 * @returns its id; undefined when there is one with its key already, or its reader wants none of its kind
 */
export async function sendMail(ctx: Ctx, letter: Letter): Promise<string | undefined> {
	const [id] = await sendMails(ctx, [letter]);
	return id;
}

/**
 * The same for thousands, in a few statements and one job.
 * @returns the ids of those that were written: without those whose key is there already, and those whose readers want
 * none of their kind
 */
export async function sendMails(ctx: Ctx, letters: readonly Letter[]): Promise<string[]> {
	const stopped = await whoStopped(ctx, letters);
	const wanted = letters.filter((letter) => !stopped.has(`${letter.kind} ${letter.accountId}`));
	const written: string[] = [];
	for (let start = 0; start < wanted.length; start += 1000) {
		const rows = await ctx.tx
			.insert(mail)
			.values(wanted.slice(start, start + 1000).map((letter) => rowOf(ctx, letter)))
			.onConflictDoNothing()
			.returning({ id: mail.id });
		written.push(...rows.map(({ id }) => id));
	}
	if (written.length > 0) await ctx.send(mailQueue, [{}]);
	return written;
}

function rowOf(ctx: Ctx, letter: Letter) {
	const { accountId, recipient, language, subject, body, kind, onceKey } = letter;
	const row = { accountId, recipient, language, subject, body, kind, onceKey: onceKey ?? null };
	return { orgId: ctx.org.id, id: uuidv7(), createdAt: ctx.now, ...row, ...stopLinkOf(ctx, letter) };
}

function stopLinkOf(ctx: Ctx, letter: Letter) {
	if (!isOptionalKind(letter.kind)) return {};
	const { address } = letter as Extract<Letter, { address: string }>;
	const { token, hash } = newToken();
	return { stopLink: `${address}/o/${ctx.org.slug}/mail/${token}`, stopHash: hash };
}
