import { areas } from '../../src/lib/areas.ts';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { mailQueue } from '../../src/lib/platform/mail/server/send-mail.ts';
import { openPlatform, type Areas, type Platform } from '../../src/lib/platform/platform.ts';
import { foundTwoOrgs, type TwoOrgs } from './orgs.ts';
import { freshDatabase, type FreshDatabase } from './postgres.ts';
import { ring } from './jobs.ts';
import { settle } from './settle.ts';

export { as, nobody, system, type TestPerson } from './actors.ts';

/** The clock of a test: it stands still until it is moved. */
export interface TestClock {
	now: Date;
	/** Moves the clock on. */
	pass(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
}

export interface TestPlatform extends Platform {
	readonly clock: TestClock;
	readonly database: FreshDatabase;
	/** Two real organizations with an admin and a learner each; the same ones however often it is asked. */
	twoOrgs(): Promise<TwoOrgs>;
	/** Sends what the clock would send now. */
	ring(round: string): Promise<void>;
	/** Returns when no job waits or runs: every event has reached its subscribers. */
	settled(): Promise<void>;
	/** Closes the platform and removes its database. */
	close(): Promise<void>;
}

/** The moment at which tests begin unless they say otherwise: a Friday morning. */
export const firstMoment = '2026-11-20T09:00:00.000Z';

/**
 * Opens the real platform on a fresh database: the same start, queue and walls as in production.
 * @param wish.subscribers who follows events; without it, everyone who does in production; queues and rounds likewise
 * @param wish.settings environment variables, such as SMTP_URL
 */
export async function openTestPlatform(
	wish: { now?: Date; settings?: Record<string, string> } & Partial<Areas> = {},
): Promise<TestPlatform> {
	const clock = clockAt(wish.now ?? new Date(firstMoment));
	const database = await freshDatabase();
	const config = readConfig({ LOG_LEVEL: 'error', DATABASE_POOL: '8', ...wish.settings });
	const { subscribers = areas.subscribers, queues = areas.queues, rounds = areas.rounds } = wish;
	let platform: Platform;
	try {
		platform = await openPlatform(
			config,
			database.appUrl,
			openLog(config.LOG_LEVEL),
			{ ...areas, subscribers, queues, rounds },
			() => clock.now,
		);
	} catch (error) {
		await database.drop();
		throw error;
	}
	let orgs: Promise<TwoOrgs> | undefined;
	// Without a mail server nobody takes mails off the queue: they are no work that is left.
	const unattended = platform.mailer ? [] : [mailQueue];
	return {
		...platform,
		clock,
		database,
		twoOrgs: () => (orgs ??= foundTwoOrgs(platform)),
		ring: (round) => ring(database.adminUrl, round),
		settled: () => settle(platform.db.pool, unattended),
		async close() {
			await platform.close();
			await database.drop();
		},
	};
}

function clockAt(start: Date): TestClock {
	return {
		now: start,
		pass({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
			const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
			this.now = new Date(this.now.getTime() + total * 1000);
		},
	};
}
