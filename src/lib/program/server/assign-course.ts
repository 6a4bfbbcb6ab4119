import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../../platform/audit/server/audit.ts';
import { createSignInLink } from '../../platform/auth/server/sign-in-link.ts';
import { once } from '../../platform/db/server/once.ts';
import { publishAll } from '../../platform/events/server/publish.ts';
import { sendMail } from '../../platform/mail/server/send-mail.ts';
import { everyone, reachPeople } from '../../people/server/find-person.ts';
import { textIn } from '../../learning/course.ts';
import { adoptedVersion } from '../../learning/server/course-version.ts';
import { enroll } from '../../learning/server/enroll.ts';
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
		const added = await enroll(ctx, wish.course, people);
		const ids = [...added.keys()];
		const row = { orgId: ctx.org.id, course: wish.course, assignedAt: ctx.now, assignedBy: me.accountId };
		for (let start = 0; start < ids.length; start += 2000) {
			await ctx.tx
				.insert(assignment)
				.values(
					ids
						.slice(start, start + 2000)
						.map((personId) => ({ ...row, id: uuidv7(), personId, dueOn: wish.dueOn || null })),
				)
				.onConflictDoNothing();
		}
		await publishAll(
			ctx,
			'course.assigned',
			[...added].map(([accountId, enrollment]) => ({ accountId, data: { enrollment, course: wish.course } })),
		);
		for (const someone of await reachPeople(ctx, ids)) {
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
			await sendMail(ctx, {
				accountId: someone.id,
				recipient: someone.email,
				language: someone.language,
				...letter,
			});
		}
		await audit(ctx, 'course.assigned', null, { course: wish.course, people: added.size });
		return String(added.size);
	});
	return Number(result ?? 0);
}
