import { sql } from 'drizzle-orm';
import { createSignInLink } from '../../platform/auth/server/sign-in-link.ts';
import type { Ctx, Locale } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/server/send-mail.ts';
import { everyone } from '../../people/audience.ts';
import { findAudience } from '../../people/server/find-audience.ts';
import { reachPeople } from '../../people/server/find-person.ts';
import { textIn } from '../../learning/course.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import type { LaunchPreview, LaunchWish, Letter } from '../launch.ts';
import { writeInvitation } from '../write-invitation.ts';
import { accessProgram } from './access.ts';

/** Whom a launch would reach, and what they would read. Nothing is written. */
export async function previewLaunch(
	ctx: Ctx,
	wish: Omit<LaunchWish, 'key'>,
	address: string,
): Promise<LaunchPreview> {
	accessProgram(ctx, 'launch');
	const audience = await findAudience(ctx, wish.audience ?? everyone);
	const { rows } = await ctx.tx.execute<
		Record<'people' | 'withAddress' | 'onLeave' | 'askedBefore', number>
	>(sql`
		select count(*) filter (where a.id is null)::int as people,
			count(*) filter (where a.id is null and p.email is not null)::int as "withAddress",
			count(*) filter (where a.id is null and p.leave_from <= ${ctx.today}::date)::int as "onLeave",
			count(a.id)::int as "askedBefore"
		from person p left join assignment a
			on a.org_id = p.org_id and a.person_id = p.id and a.course = ${wish.course}
		where p.org_id = ${ctx.org.id} and p.id = any(${sql.param(audience)}::uuid[])`);
	const counts = rows[0] ?? { people: 0, withAddress: 0, onLeave: 0, askedBefore: 0 };
	const example = `${address}/o/${ctx.org.slug}/sign-in/…`;
	return {
		...counts,
		withoutAddress: counts.people - counts.withAddress,
		mails: {
			en: await letterTo(ctx, wish, 'en', example),
			es: await letterTo(ctx, wish, 'es', example),
		},
	};
}

/**
 * Sends the mail of a launch to oneself, with a link that works.
 * @returns false when one has no address
 */
export async function sendTestMail(
	ctx: Ctx,
	wish: Omit<LaunchWish, 'key'>,
	address: string,
): Promise<boolean> {
	const me = accessProgram(ctx, 'launch');
	const [found] = await reachPeople(ctx, [me.accountId]);
	if (!found?.email) return false;
	const token = await createSignInLink(ctx, me.accountId, 'invitation');
	const letter = await letterTo(ctx, wish, found.language, `${address}/o/${ctx.org.slug}/sign-in/${token}`);
	await sendMail(ctx, {
		kind: 'test',
		accountId: me.accountId,
		recipient: found.email,
		language: found.language,
		...letter,
	});
	return true;
}

async function letterTo(
	ctx: Ctx,
	wish: Omit<LaunchWish, 'key'>,
	language: Locale,
	link: string,
): Promise<Letter> {
	const { compiled } = await adoptedVersion(ctx, wish.course);
	const [me] = await reachPeople(ctx, ctx.actor.kind === 'person' ? [ctx.actor.accountId] : []);
	return writeInvitation({
		language,
		name: me?.calledName ?? '',
		org: ctx.org.name,
		course: textIn(compiled, language).title,
		minutes: compiled.minutes,
		dueOn: wish.dueOn || null,
		message: wish.message,
		link,
	});
}
