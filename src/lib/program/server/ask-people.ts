import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { localDay } from '../../platform/dates/local-day.ts';
import { createSignInLinks } from '../../platform/auth/server/create-sign-in-links.ts';
import type { Ctx } from '../../platform/context.ts';
import { publishAll } from '../../platform/events/server/publish.ts';
import { sendMails } from '../../platform/mail/server/send-mail.ts';
import type { Audience } from '../../people/audience.ts';
import { findAudience } from '../../people/server/find-audience.ts';
import { reachPeople } from '../../people/server/find-person.ts';
import { textIn } from '../../learning/course.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import { enroll, enrollmentsOf } from '../../learning/server/enroll.ts';
import { dueDay } from '../due-day.ts';
import { nextReminder } from '../reminder-days.ts';
import { writeInvitation } from '../write-invitation.ts';
import { assignment, launch } from './schema.ts';

/** The queue of launches that still have somebody to ask. */
export const launchQueue = 'program.launch';

/** How many people one transaction asks. */
const atOnce = 1000;
/** Days that the link of an invitation is good for: it may wait for the next shift. */
const linkDays = 7;

type Launch = typeof launch.$inferSelect;

/**
 * Asks a launched course of the next people of its audience of whom it was not asked before, and sends the job that asks the
 * others. Asking again changes nothing, so that it may stop anywhere.
 * @returns how many were asked now
 */
export async function askSome(ctx: Ctx, launchId: string): Promise<number> {
	const [found] = await ctx.tx
		.select()
		.from(launch)
		.where(and(eq(launch.orgId, ctx.org.id), eq(launch.id, launchId)));
	if (!found || (await hasEnded(ctx, launchId))) return 0;
	// Two jobs of one course take turns, so that each thousand is another one.
	await ctx.tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended('ask:' || ${ctx.org.id} || ${found.course}, 0))`,
	);
	const left = await notAsked(ctx, found.course, await findAudience(ctx, found.audience as Audience));
	const some = left.slice(0, atOnce);
	if (some.length === 0) return 0;
	const { enrollments, dueOn } = await ask(ctx, found, some);
	await invite(ctx, found, [...enrollments.keys()], dueOn);
	if (left.length > some.length) await ctx.send(launchQueue, [{ launch: launchId }]);
	return enrollments.size;
}

/**
 * Asks everyone of a launch's audience of whom it was not asked before, and writes to nobody: for a history, whose mails were
 * read long ago.
 * @returns enrollment by person
 */
export async function askWithoutMail(ctx: Ctx, launchId: string): Promise<ReadonlyMap<string, string>> {
	const [found] = await ctx.tx
		.select()
		.from(launch)
		.where(and(eq(launch.orgId, ctx.org.id), eq(launch.id, launchId)));
	if (!found) return new Map();
	const left = await notAsked(ctx, found.course, await findAudience(ctx, found.audience as Audience));
	const asked = new Map<string, string>();
	for (let start = 0; start < left.length; start += atOnce) {
		const { enrollments } = await ask(ctx, found, left.slice(start, start + atOnce));
		for (const [person, enrollment] of enrollments) asked.set(person, enrollment);
	}
	return asked;
}

/** Enrolls people, notes until when they have time, and says so. */
async function ask(
	ctx: Ctx,
	found: Launch,
	some: readonly string[],
): Promise<{ enrollments: ReadonlyMap<string, string>; dueOn: string | null }> {
	await enroll(ctx, found.course, some);
	const dueOn = dueDay({ ...found, launchedOn: localDay(found.launchedAt, ctx.org.timeZone) }, ctx.today);
	const asked = await assign(ctx, found, some, dueOn);
	const enrollments = await enrollmentsOf(ctx, found.course, asked);
	const happened = [...enrollments].map(([accountId, enrollment]) => ({
		accountId,
		data: { enrollment, course: found.course },
	}));
	await publishAll(ctx, 'course.assigned', happened);
	return { enrollments, dueOn };
}

async function hasEnded(ctx: Ctx, launchId: string): Promise<boolean> {
	const { rows } = await ctx.tx.execute(
		sql`select from launch_end where org_id = ${ctx.org.id} and launch_id = ${launchId}`,
	);
	return rows.length > 0;
}

async function notAsked(ctx: Ctx, course: string, people: readonly string[]): Promise<string[]> {
	const { rows } = await ctx.tx.execute<{ id: string }>(sql`
		select person_id as id from assignment where org_id = ${ctx.org.id} and course = ${course}`);
	const asked = new Set(rows.map(({ id }) => id));
	return people.filter((id) => !asked.has(id));
}

/** @returns those of whom it was not asked before, whether they took it of their own or not */
async function assign(
	ctx: Ctx,
	of: Launch,
	people: readonly string[],
	dueOn: string | null,
): Promise<string[]> {
	const remindOn = nextReminder({ askedOn: ctx.today, dueOn, after: ctx.today });
	const row = {
		orgId: ctx.org.id,
		course: of.course,
		assignedAt: ctx.now,
		assignedBy: of.launchedBy,
		launchId: of.id,
		dueOn,
		remindOn,
	};
	const rows = await ctx.tx
		.insert(assignment)
		.values(people.map((personId) => ({ ...row, id: uuidv7(), personId })))
		.onConflictDoNothing()
		.returning({ personId: assignment.personId });
	return rows.map(({ personId }) => personId);
}

async function invite(ctx: Ctx, of: Launch, asked: readonly string[], dueOn: string | null): Promise<void> {
	const { compiled } = await adoptedVersion(ctx, of.course);
	const reachable = (await reachPeople(ctx, asked)).filter(({ email }) => email !== null);
	const links = await createSignInLinks(
		ctx,
		reachable.map(({ id }) => id),
		linkDays,
	);
	const letters = reachable.map(({ id, email, calledName, language }) => ({
		kind: 'invitation' as const,
		onceKey: `invitation:${of.course}:${id}`,
		accountId: id,
		recipient: email ?? '',
		language,
		...writeInvitation({
			language,
			name: calledName,
			org: ctx.org.name,
			course: textIn(compiled, language).title,
			minutes: compiled.minutes,
			dueOn,
			message: of.message,
			link: `${of.address}/o/${ctx.org.slug}/sign-in/${links.get(id)}`,
		}),
	}));
	await sendMails(ctx, letters);
}
