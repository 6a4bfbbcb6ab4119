import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { accessMail } from './access.ts';
import { seeMailServer } from './mail-server.ts';
import { mail } from './schema.ts';

/** Whether mail of this organization arrives. */
export interface MailSoFar {
	/** A mail server has taken one. */
	readonly delivered: boolean;
	/** It takes none, now. */
	readonly trouble: boolean;
	/** Mails that have not arrived. */
	readonly waiting: number;
}

/** What came of mail so far. */
export async function mailSoFar(ctx: Ctx): Promise<MailSoFar> {
	accessMail(ctx, 'list');
	const here = eq(mail.orgId, ctx.org.id);
	const server = await seeMailServer(ctx.tx);
	const sent = await ctx.tx
		.select({ id: mail.id })
		.from(mail)
		.where(and(here, isNotNull(mail.sentAt)))
		.limit(1);
	const [left] = await ctx.tx
		.select({ waiting: count() })
		.from(mail)
		.where(and(here, isNull(mail.sentAt), isNotNull(mail.body)));
	return { delivered: sent.length > 0, trouble: Boolean(server?.trouble), waiting: left?.waiting ?? 0 };
}
