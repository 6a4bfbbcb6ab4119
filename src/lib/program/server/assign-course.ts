import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../../platform/audit/server/audit.ts';
import { createSignInLink } from '../../platform/auth/server/sign-in-link.ts';
import { once } from '../../platform/db/server/once.ts';
import { publishAll } from '../../platform/events/server/publish.ts';
import { sendMails, type Letter } from '../../platform/mail/server/send-mail.ts';
import { everyone, reachPeople } from '../../people/server/find-person.ts';
import { textIn } from '../../learning/course.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import { enroll, enrollmentsOf } from '../../learning/server/enroll.ts';
import { writeInvitation } from '../write-invitation.ts';
import { accessProgram } from './access.ts';
import { assignment } from './schema.ts';

export const assignForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	course: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
	dueOn: v.optional(v.union([v.pipe(v.string(), v.isoDate()), v.literal('')]), ''),
});

/**
 * Asks a course of everyone, and writes to each person who has an address and was not asked before: one mail with
 * a link that signs them in.
 * @param address what links begin with, such as `https://learn.example.org`
 * @returns how many people are new to it
 */
export async function assignCourse(
	ctx: Ctx,
	wish: v.InferOutput<typeof assignForm>,
	address: string,
): Promise<number> {
	const me = accessProgram(ctx, 'assign');
	const { result } = await once(ctx, wish.key, 'program.assign', async () => {
		const version = await adoptedVersion(ctx, wish.course);
		const people = await everyone(ctx);
		await enroll(ctx, wish.course, people);
		const asked = await assign(ctx, wish, me.accountId, people);
		const enrollments = await enrollmentsOf(ctx, wish.course, asked);
		await publishAll(
			ctx,
			'course.assigned',
			[...enrollments].map(([accountId, enrollment]) => ({
				accountId,
				data: { enrollment, course: wish.course },
			})),
		);
		const letters: Letter[] = [];
		for (const someone of await reachPeople(ctx, asked)) {
			if (someone.email === null) continue;
			const token = await createSignInLink(ctx, someone.id, 'invitation');
			const text = textIn(version.compiled, someone.language);
			const letter = writeInvitation({
				language: someone.language,
				name: someone.calledName,
				org: ctx.org.name,
				course: text.title,
				minutes: version.compiled.minutes,
				dueOn: wish.dueOn || null,
				link: `${address}/o/${ctx.org.slug}/sign-in/${token}`,
			});
			letters.push({
				kind: 'invitation',
				accountId: someone.id,
				recipient: someone.email,
				language: someone.language,
				...letter,
			});
		}
		await sendMails(ctx, letters);
		await audit(ctx, 'course.assigned', null, { course: wish.course, people: asked.length });
		return String(asked.length);
	});
	return Number(result ?? 0);
}

/** @returns those of whom it was not asked before, whether they took it of their own or not */
async function assign(
	ctx: Ctx,
	wish: { course: string; dueOn: string },
	assignedBy: string,
	people: readonly string[],
): Promise<string[]> {
	const row = {
		orgId: ctx.org.id,
		course: wish.course,
		assignedAt: ctx.now,
		assignedBy,
		dueOn: wish.dueOn || null,
	};
	const asked: string[] = [];
	for (let start = 0; start < people.length; start += 2000) {
		const some = people.slice(start, start + 2000);
		const rows = await ctx.tx
			.insert(assignment)
			.values(some.map((personId) => ({ ...row, id: uuidv7(), personId })))
			.onConflictDoNothing()
			.returning({ personId: assignment.personId });
		asked.push(...rows.map(({ personId }) => personId));
	}
	return asked;
}
