import type { TableData } from './privacy/table-data.ts';
import type { Config } from './config/read-config.ts';
import type { Actor, Ctx, Org } from './context.ts';
import { openDatabase, type Database } from './db/server/database.ts';
import { contextOf } from './context-of.ts';
import { mailRound, workOff, type AreaQueue, type Round } from './backstage.ts';
import { checkRole } from './db/server/check-role.ts';
import { eventQueue } from './events/server/publish.ts';
import type { Subscriber } from './events/server/subscribe.ts';
import { openJobs } from './jobs/server/jobs.ts';
import type { Log } from './log/log.ts';
import { keepMailServer } from './mail/server/mail-server.ts';
import { openMailer, type Mailer } from './mail/server/mailer.ts';
import { mailQueue } from './mail/server/send-mail.ts';
import { startLinking } from './audit/server/link-audit.ts';
import { createOrg, enterOrg, takeTurnToFound, type OrgWish } from './org/server/create-org.ts';
import { listOrgs } from './org/server/find-org.ts';

/** Everything a process holds open. It is made once, at start, and handed down; no module keeps a copy. */
export interface Platform {
	readonly config: Config;
	readonly db: Database;
	readonly log: Log;
	readonly mailer: Mailer | undefined;
	/** Who follows events: for whoever writes a history, and brings their projections up to date in the same transaction. */
	readonly subscribers: readonly Subscriber[];
	/** What is known about every table: purpose, retention, readers, whose. */
	readonly data: readonly TableData[];
	/** The one place where the clock is read. */
	now(): Date;
	/**
	 * Runs a verb: one transaction that sees only this organization. A page or verb that touches rows without
	 * having asked `access…` is a bug and is refused before it commits.
	 */
	act<Result>(org: Org, actor: Actor, work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
	/**
	 * Founds an organization and fills it in one transaction, so that it is whole or not there. Who founds one of the same
	 * kind at the same moment takes turns.
	 * @param choose sees the organizations there are, and names the new one, or one of them to enter instead
	 */
	found<Result>(
		kind: Org['kind'],
		choose: (orgs: readonly Org[]) => Omit<OrgWish, 'kind'> | Org,
		work: (ctx: Ctx, isNew: boolean) => Promise<Result>,
	): Promise<{ org: Org; result: Result }>;
	close(): Promise<void>;
}

export interface Areas {
	readonly subscribers: readonly Subscriber[];
	readonly queues: readonly AreaQueue[];
	readonly rounds: readonly Round[];
	/** Every table with its purpose, retention and readers; see docs/your-first-feature.md. */
	readonly data: readonly TableData[];
	/** Runs once, before anything is served: what an area stores at start. */
	readonly atStart: readonly ((db: Database, now: Date) => Promise<void>)[];
}

/** Opens the database, the queue and the mailer, and starts the work that goes on in the background. */
export async function openPlatform(
	config: Config,
	databaseUrl: string,
	log: Log,
	areas: Areas,
	now: () => Date = () => new Date(),
): Promise<Platform> {
	const db = openDatabase(databaseUrl, config.DATABASE_POOL, (error) =>
		log.warn({ err: error }, 'a database connection was lost'),
	);
	try {
		await checkRole(db.pool);
		await db.global(keepMailServer);
		for (const prepare of areas.atStart) await prepare(db, now());
		const queues = [...areas.queues, ...areas.rounds].map((work) =>
			'queue' in work ? work.queue : work.name,
		);
		const jobs = await openJobs(databaseUrl, [eventQueue, mailQueue, mailRound.name, ...queues], log);
		const mailer = openMailer(config.SMTP_URL, config.MAIL_FROM, config.MAIL_CONNECTIONS);
		const act: Platform['act'] = (org, actor, work) =>
			db.inOrg(org.id, async (tx) => {
				const ctx = contextOf(tx, jobs, org, actor, now());
				const result = await work(ctx);
				if (!ctx.asked.access) throw new Error('Rows were touched without asking for access.');
				return result;
			});
		const found: Platform['found'] = (kind, choose, work) =>
			db.global(async (tx) => {
				await takeTurnToFound(tx, kind);
				const chosen = choose(await listOrgs(tx));
				const isNew = !('id' in chosen);
				if (!isNew) await enterOrg(tx, chosen.id);
				const org = isNew ? await createOrg(tx, { ...chosen, kind }, now()) : chosen;
				const result = await work(contextOf(tx, jobs, org, { kind: 'system' }, now()), isNew);
				return { org, result };
			});
		await workOff(jobs, db, mailer, areas, now, { config, log });
		const linking = await startLinking(db, log);
		return {
			config,
			db,
			log,
			mailer,
			subscribers: areas.subscribers,
			data: areas.data,
			now,
			act,
			found,
			async close() {
				mailer?.stop();
				await jobs.close();
				await linking.stop();
				mailer?.close();
				await db.close();
			},
		};
	} catch (error) {
		await db.close();
		throw error;
	}
}
