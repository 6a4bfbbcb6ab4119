import { v7 as uuidv7 } from 'uuid';
import type { Ctx, Locale } from '../../context.ts';
import { mail } from './schema.ts';

export const mailQueue = 'mail';

export interface Letter {
	readonly accountId: string;
	readonly recipient: string;
	readonly language: Locale;
	readonly subject: string;
	/** Plain text; links stand on lines of their own. */
	readonly body: string;
}

/** Puts a mail into the verb's own transaction: it is sent if and only if that commits. */
export async function sendMail(ctx: Ctx, letter: Letter): Promise<string> {
	const id = uuidv7();
	await ctx.tx.insert(mail).values({ orgId: ctx.org.id, id, createdAt: ctx.now, ...letter });
	await ctx.send(mailQueue, [{ mail: id }]);
	return id;
}
