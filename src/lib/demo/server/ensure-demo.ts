import type { Ctx, Org } from '../../platform/context.ts';
import { localDay } from '../../platform/dates/local-day.ts';
import { isFounding } from '../../platform/org/server/create-org.ts';
import { listOrgs } from '../../platform/org/server/find-org.ts';
import type { Platform } from '../../platform/platform.ts';
import { runInWorker } from '../../platform/worker/run-in-worker.ts';
import { latestShipped, shippedCourseIds } from '../../learning/server/store-shipped-courses.ts';
import { idsByNumber } from '../../people/server/find-person.ts';
import { demoName } from '../cast.ts';
import type { History, HistoryWish } from './invent-history.ts';
import { writeHistory } from './write-history.ts';

/** The same organization each time. */
const seed = 7;
const timeZone = 'America/New_York';

/** The demo organization, if it is there. */
export async function findDemo({ db }: Platform): Promise<Org | undefined> {
	return (await db.global(listOrgs)).find(({ kind }) => kind === 'demo');
}

/** Whether it is being built at this moment, by this process or another one. */
export const isDemoUnderWay = ({ db }: Platform) => db.global((tx) => isFounding(tx, 'demo'));

/**
 * The demo organization: found, or built by the same verbs that people use, with a year behind it that ends today. It is an
 * organization of its own kind from birth; a real one never becomes it. One transaction: whole, or not there.
 * @param size how many people work there
 * @param report how much of it is written, from 0 to 1
 */
export async function ensureDemo(
	upstander: Platform,
	size: number = upstander.config.DEMO_PEOPLE,
	report: (part: number) => void = () => undefined,
): Promise<Org> {
	const there = await findDemo(upstander);
	if (there) return there;
	const history = await invent(upstander, size);
	const { org } = await upstander.found(
		'demo',
		(orgs) => orgs.find(({ kind }) => kind === 'demo') ?? { name: demoName, language: 'en', timeZone },
		async (ctx, isNew) => {
			if (isNew) await writeHistory(ctx, history, upstander.subscribers, report);
		},
	);
	return org;
}

async function invent({ db, now }: Platform, size: number): Promise<History> {
	const shipped = await db.global(async (tx) => {
		const ids = await shippedCourseIds(tx);
		return Promise.all(ids.map((id) => latestShipped(tx, id)));
	});
	const courses = shipped.flatMap((course) => course?.compiled ?? []);
	const wish = { size, seed, today: localDay(now(), timeZone), now: now(), courses };
	return runInWorker<HistoryWish, History>('demo/server/invent-history.ts', 'inventHistory', wish);
}

/** The account of somebody of the cast. */
export async function castMember(ctx: Ctx, number: string): Promise<string | undefined> {
	ctx.asked.access = true; // who calls it has checked that this is the demo
	return (await idsByNumber(ctx)).get(number);
}
