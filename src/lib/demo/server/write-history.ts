import type { Actor, Ctx } from '../../platform/context.ts';
import { grantRole } from '../../platform/auth/server/session.ts';
import { gatherStatistics } from '../../platform/db/server/gather-statistics.ts';
import { replay, type Subscriber } from '../../platform/events/server/subscribe.ts';
import { turnProgress } from '../../program/server/count-progress.ts';
import { passReminders } from '../../program/server/pass-reminders.ts';
import { cast } from '../cast.ts';
import { momentAt, plusDays } from '../days.ts';
import { atMoment } from './at-moment.ts';
import type { History } from './invent-history.ts';
import { askNewcomers, writeAnswers, writeLaunch, type Under } from './write-courses.ts';

import { renameSites, turnDays, writePeople, writePlaces } from './write-people.ts';

/** Days after which the organization tells of its people again. */
const between = 14;
/** The time after which a site bears its new name, as a part of the year. */
const renamedAfter = 0.3;
const minute = 10 * 60 + 12;

/**
 * Writes a history into an organization that has none, by the verbs that people use, with the clock moving along: people
 * and their facts every other week, courses asked for, and what people answered. At the end everyone who follows events
 * is told of all of them.
 * @param report how much of it is written, from 0 to 1
 */
export async function writeHistory(
	ctx: Ctx,
	{ plan, launches, answers }: History,
	subscribers: readonly Subscriber[],
	report: (part: number) => void,
): Promise<void> {
	const all = plan.people.reduce((sum, { facts }) => sum + facts.length, 0) + answers.length;
	let written = 0;
	const wrote = (rows: number) => report((0.85 * (written += rows)) / all);
	const moments = momentsOf(plan.begin, ctx);
	const admin = cast.find(({ part }) => part === 'admin');
	let actor: Actor = ctx.actor;
	const under: Under = { launches: [], enrollments: new Map(), passedOver: new Set() };
	const known = await writePlaces(atMoment(ctx, moments[0] ?? ctx.now, actor));
	const left = { launches: [...launches], answers: [...answers] };
	let since: string | null = null;
	for (const [index, now] of moments.entries()) {
		const then = atMoment(ctx, now, actor);
		await writePeople(then, plan, known, since, wrote);
		since = then.today;
		if (index === 0) {
			for (const { number, roles } of cast) {
				for (const role of roles) await grantRole(then, known.people.get(number) ?? '', role);
			}
			const accountId = known.people.get(admin?.number ?? '') ?? '';
			actor = { kind: 'person', accountId, sessionId: accountId, roles: new Set(['program_admin']) };
		}
		if (index === Math.floor(moments.length * renamedAfter)) await renameSites(then, known);
		const until = moments[index + 1] ?? ctx.now;
		await askNewcomers(then, under);
		const launchedBy = known.people.get(admin?.number ?? '') ?? '';
		for (const launch of takeUntil(left.launches, until)) {
			await writeLaunch(atMoment(ctx, launch.at, actor), launch, launchedBy, known, under);
		}
		await writeAnswers(atMoment(ctx, until, actor), takeUntil(left.answers, until), known, under, wrote);
	}
	const present = atMoment(ctx, ctx.now, ctx.actor);
	await gatherStatistics(ctx.tx);
	await turnDays(present, plan, known);
	report(0.9);
	await passReminders(present);
	for (const subscriber of subscribers) await replay(present, subscriber);
	await turnProgress(present);
	await gatherStatistics(ctx.tx);
	report(1);
}

/** Every other week from the first day, and now. */
function momentsOf(begin: string, { now, org }: Ctx): Date[] {
	const moments: Date[] = [];
	for (let day = begin; ; day = plusDays(day, between)) {
		const at = momentAt(day, minute, org.timeZone);
		if (at >= now) return [...moments, now];
		moments.push(at);
	}
}

/** Takes what is before a moment from the front of a list that is in order. */
function takeUntil<Item extends { readonly at: Date }>(list: Item[], until: Date): Item[] {
	const end = list.findIndex(({ at }) => at >= until);
	return list.splice(0, end === -1 ? list.length : end);
}
