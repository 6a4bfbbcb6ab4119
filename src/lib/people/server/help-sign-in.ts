import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { removePin } from '../../platform/auth/server/pin.ts';
import { holdsAnyRole } from '../../platform/auth/server/roles.ts';
import { accessOwnAccount, dropSessions } from '../../platform/auth/server/session.ts';
import { createStartCodes } from '../../platform/auth/server/sign-in-link.ts';
import { forgetFailures } from '../../platform/auth/server/try-pin.ts';
import { showStartCode } from '../../platform/auth/start-code.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { sendMail } from '../../platform/mail/server/send-mail.ts';
import { drawQr, type QrDrawing } from './draw-qr.ts';
import { ownName, reachPeople } from './find-person.ts';
import { person } from './schema.ts';

export interface Helped {
	readonly name: string;
	readonly number: string;
}

/** Whom one may help to sign in again: somebody who still works here. For the page that asks whether one means it. */
export async function whomToHelp(ctx: Ctx, personId: string): Promise<Helped> {
	await accessHelp(ctx, personId);
	const [found] = await ctx.tx
		.select({ givenName: person.givenName, familyName: person.familyName, number: person.number })
		.from(person)
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				eq(person.id, personId),
				or(isNull(person.endedOn), gte(person.endedOn, ctx.today)),
			),
		);
	if (!found) throw notFound();
	return { name: `${found.givenName} ${found.familyName}`.trim(), number: found.number };
}

/**
 * Helps somebody who lost everything: a code that is good once, for a few minutes, while their PIN and its locks are
 * gone. They are told by mail who helped, if they have an address. A program admin may help everyone, a manager those
 * below them who hold no role: a role must not be reached by helping.
 * @param wish.endSessions also signs them out everywhere: what was lost may be in other hands
 * @param address what links begin with
 */
export async function helpSignIn(
	ctx: Ctx,
	wish: { key: string; person: string; endSessions: boolean },
	address: string,
): Promise<Helped & { code: string; qr: QrDrawing }> {
	const someone = await whomToHelp(ctx, wish.person);
	const [code = ''] = await createStartCodes(ctx, [wish.person], 'help');
	// Sent again, there is a new code, because the former answer may be lost; everything else happens once.
	await once(ctx, wish.key, 'sign_in.help', async () => {
		await removePin(ctx, wish.person);
		await forgetFailures(ctx, someone.number);
		const ended = wish.endSessions ? await dropSessions(ctx, wish.person) : 0;
		await audit(ctx, 'sign_in.helped', wish.person, { ended });
		await tell(ctx, wish.person);
		return null;
	});
	const qr = drawQr(`${address}/o/${ctx.org.slug}/tablet/${code}`);
	return { ...someone, code: showStartCode(code), qr };
}

async function tell(ctx: Ctx, personId: string): Promise<void> {
	const [someone] = await reachPeople(ctx, [personId]);
	if (!someone?.email) return;
	const locale = { locale: someone.language };
	const helper = (await ownName(ctx)).calledName;
	await sendMail(ctx, {
		kind: 'notice',
		accountId: someone.id,
		recipient: someone.email,
		language: someone.language,
		subject: m.mail_helped_subject({ org: ctx.org.name }, locale),
		body: m.mail_helped_body({ name: someone.calledName, helper, org: ctx.org.name }, locale),
	});
}

async function accessHelp(ctx: Ctx, personId: string): Promise<void> {
	const me = accessOwnAccount(ctx);
	if (me.onTablet) throw notFound();
	if (me.roles.has('program_admin')) return;
	const above = await isAbove(ctx, me.accountId, personId);
	if (!above || (await holdsAnyRole(ctx, personId))) throw notFound();
}

/** Whether somebody is a manager of this person, directly or further up. Circles end. */
async function isAbove(ctx: Ctx, managerId: string, personId: string): Promise<boolean> {
	if (managerId === personId) return false;
	const { rows } = await ctx.tx.execute<{ found: boolean }>(sql`
		with recursive above as (
			select manager_id from person where org_id = ${ctx.org.id} and id = ${personId}
			union
			select p.manager_id from person p join above a on p.id = a.manager_id where p.org_id = ${ctx.org.id})
		select exists (select from above where manager_id = ${managerId}) as found`);
	return rows[0]?.found ?? false;
}
