import { and, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import { accessOwnAccount, holdAccount } from '../../auth/server/session.ts';
import { hashToken } from '../../auth/server/token.ts';
import { notFound } from '../../errors/errors.ts';
import { isOptionalKind, optionalKinds, type MailKind, type OptionalKind } from '../mail-kind.ts';
import { mail, mailChoice } from './schema.ts';

/** Mails of one kind, and whether somebody gets them. */
export interface MailWish {
	readonly kind: OptionalKind;
	readonly wanted: boolean;
}

/** One's own choices: every kind of mail that one may say no to. */
export async function mailChoices(ctx: Ctx): Promise<MailWish[]> {
	const me = accessOwnAccount(ctx);
	return Promise.all(
		optionalKinds.map(async (kind) => ({ kind, wanted: await wants(ctx, me.accountId, kind) })),
	);
}

/** Chooses whether one gets mails of a kind. Choosing what is chosen already changes nothing. */
export async function chooseMail(ctx: Ctx, kind: OptionalKind, wanted: boolean): Promise<void> {
	const me = accessOwnAccount(ctx);
	await choose(ctx, me.accountId, kind, wanted, 'account');
}

/**
 * What the link at the end of a mail is about. Looking, as mail scanners do, changes nothing.
 * @throws ExpectedError `not_found`
 */
export async function openMailLink(ctx: Ctx, token: string): Promise<MailWish> {
	const { accountId, kind } = await mailOfLink(ctx, token);
	return { kind, wanted: await wants(ctx, accountId, kind) };
}

/** Stops mails of the kind that the link is about, or sends them again. No sign-in: the link is the permission. */
export async function chooseByLink(ctx: Ctx, token: string, wanted: boolean): Promise<MailWish> {
	const { accountId, kind } = await mailOfLink(ctx, token);
	await choose(ctx, accountId, kind, wanted, 'link');
	return { kind, wanted };
}

/** Those of these mails that their readers want no more, as `<kind> <account>`. */
export async function whoStopped(
	ctx: Ctx,
	mails: readonly { kind: MailKind; accountId: string }[],
): Promise<ReadonlySet<string>> {
	const accounts = [...new Set(mails.filter(({ kind }) => isOptionalKind(kind)).map((one) => one.accountId))];
	if (accounts.length === 0) return new Set();
	const last = await ctx.tx
		.selectDistinctOn([mailChoice.accountId, mailChoice.kind])
		.from(mailChoice)
		.where(and(eq(mailChoice.orgId, ctx.org.id), inArray(mailChoice.accountId, accounts)))
		.orderBy(mailChoice.accountId, mailChoice.kind, desc(mailChoice.at), desc(mailChoice.id));
	return new Set(last.filter(({ choice }) => choice === 'stop').map((one) => `${one.kind} ${one.accountId}`));
}

async function wants(ctx: Ctx, accountId: string, kind: OptionalKind): Promise<boolean> {
	return !(await whoStopped(ctx, [{ kind, accountId }])).has(`${kind} ${accountId}`);
}

async function choose(
	ctx: Ctx,
	accountId: string,
	kind: OptionalKind,
	wanted: boolean,
	by: 'link' | 'account',
) {
	await holdAccount(ctx, accountId);
	if ((await wants(ctx, accountId, kind)) === wanted) return;
	const choice = wanted ? 'send' : 'stop';
	await ctx.tx
		.insert(mailChoice)
		.values({ orgId: ctx.org.id, id: uuidv7(), accountId, kind, choice, at: ctx.now, by });
}

async function mailOfLink(ctx: Ctx, token: string): Promise<{ accountId: string; kind: OptionalKind }> {
	ctx.asked.access = true; // whoever holds the link may say what it is for
	const [found] = await ctx.tx
		.select({ accountId: mail.accountId, kind: mail.kind })
		.from(mail)
		.where(and(eq(mail.orgId, ctx.org.id), eq(mail.stopHash, hashToken(token))));
	if (!found?.accountId || !isOptionalKind(found.kind)) throw notFound();
	return { accountId: found.accountId, kind: found.kind };
}
