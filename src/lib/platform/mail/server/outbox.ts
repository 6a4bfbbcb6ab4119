import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { notFound } from '../../errors/errors.ts';
import { audit } from '../../audit/server/audit.ts';
import { codeOf, troubleReason, type MailState, type Outbox } from '../mail-trouble.ts';
import { accessMail } from './access.ts';
import { seeMailServer } from './mail-server.ts';
import { mail, mailAttempt } from './schema.ts';

const state = sql<MailState>`coalesce(${mail.failure}, case when ${mail.tries} > 0 then 'deferred' else 'waiting' end)`;

/** Mails that have not arrived, without their words: a mail holds a link that signs its reader in. */
export async function viewOutbox(ctx: Ctx): Promise<Outbox> {
	accessMail(ctx, 'list');
	const server = await seeMailServer(ctx.tx);
	const unsent = and(eq(mail.orgId, ctx.org.id), isNull(mail.sentAt), isNotNull(mail.body));
	const found = await ctx.tx
		.select({ state, count: sql<number>`count(*)::int` })
		.from(mail)
		.where(unsent)
		.groupBy(sql`1`);
	const last = ctx.tx
		.select({ outcome: mailAttempt.outcome, code: mailAttempt.code, status: mailAttempt.status })
		.from(mailAttempt)
		.where(
			and(
				eq(mailAttempt.orgId, mail.orgId),
				eq(mailAttempt.mailId, mail.id),
				sql`${mailAttempt.outcome} not in ('asked_again', 'readdressed')`,
			),
		)
		.orderBy(desc(mailAttempt.at), desc(mailAttempt.id))
		.limit(1)
		.as('last');
	const { id, recipient, kind, subject, createdAt, nextTryAt } = mail;
	const { outcome, code, status } = last;
	const rows = await ctx.tx
		.select({ id, recipient, kind, subject, createdAt, nextTryAt, state, outcome, code, status })
		.from(mail)
		.leftJoinLateral(last, sql`true`)
		.where(unsent)
		.orderBy(sql`${mail.failedAt} is null`, sql`${mail.tries} = 0`, desc(mail.createdAt), desc(mail.id))
		.limit(500);
	return {
		counts: {
			...{ waiting: 0, deferred: 0, bounced: 0, given_up: 0 },
			...Object.fromEntries(found.map((one) => [one.state, one.count])),
		},
		trouble:
			server?.trouble && server.troubleSince
				? { is: server.trouble, since: server.troubleSince, code: server.troubleCode }
				: null,
		mails: rows.map(({ outcome, code, status, ...line }) => ({
			...line,
			reason: line.state !== 'waiting' && outcome ? troubleReason({ outcome, code, status }) : null,
			code: line.state !== 'waiting' ? codeOf({ code, status }) : null,
		})),
	};
}

export interface OpenedMail {
	readonly id: string;
	readonly recipient: string;
	readonly subject: string;
	readonly body: string;
}

/** Opens one mail that has not arrived. That it was opened, and by whom, is kept. */
export async function openOutboxMail(ctx: Ctx, mailId: string): Promise<OpenedMail> {
	accessMail(ctx, 'open');
	const [letter] = await ctx.tx
		.select()
		.from(mail)
		.where(and(eq(mail.orgId, ctx.org.id), eq(mail.id, mailId), isNotNull(mail.body)));
	if (!letter) throw notFound();
	await audit(ctx, 'mail.opened', letter.accountId);
	const { id, recipient, subject, body } = letter;
	return { id, recipient, subject, body: body ?? '' };
}
