import type { Config } from './config/read-config.ts';
import { contextOf } from './context-of.ts';
import type { Ctx } from './context.ts';
import type { Database } from './db/server/database.ts';
import { eventQueue } from './events/server/publish.ts';
import { deliver, type Subscriber } from './events/server/subscribe.ts';
import type { JobData, Jobs } from './jobs/server/jobs.ts';
import type { Log } from './log/log.ts';
import { deliverMail } from './mail/server/deliver-mail.ts';
import type { Mailer } from './mail/server/mailer.ts';
import { anyDue } from './mail/server/take-mails.ts';
import { mailQueue } from './mail/server/send-mail.ts';
import { findOrgById, listOrgs } from './org/server/find-org.ts';

/** What a worker in the background may reach beside its context. */
export interface Backstage {
	readonly config: Config;
	readonly log: Log;
}

/** A queue that an area works off: `run` in one transaction for each job, at least once. */
export interface AreaQueue {
	readonly queue: string;
	run(ctx: Ctx, job: JobData, backstage: Backstage): Promise<void>;
}

/** What comes round by the clock: `run` in one transaction for each organization. */
export interface Round {
	/** Also the name of its queue, such as `program.remind`. */
	readonly name: string;
	/** Five fields, in UTC. */
	readonly cron: string;
	run(ctx: Ctx, backstage: Backstage): Promise<void>;
}

/** Works off every queue: events, mails, and what the areas bring. */
export async function workOff(
	jobs: Jobs,
	db: Database,
	mailer: Mailer | undefined,
	areas: { subscribers: readonly Subscriber[]; queues: readonly AreaQueue[]; rounds: readonly Round[] },
	now: () => Date,
	backstage: Backstage,
): Promise<void> {
	const asSystem = (orgId: string, work: (ctx: Ctx) => Promise<void>) =>
		db.inOrg(orgId, async (tx) => {
			const org = await findOrgById(tx, orgId);
			if (!org) return; // the organization is gone
			await work(contextOf(tx, jobs, org, { kind: 'system' }, now()));
		});
	await jobs.workTogether(eventQueue, async (told) => {
		const failures = new Map<string, Error>();
		for (const org of new Set(told.map((job) => job.org))) {
			const events = told.filter((job) => job.org === org);
			const failed = await deliver(
				(work) => asSystem(org, work),
				events.map(({ event, type }) => ({ id: String(event), type: String(type) })),
				areas.subscribers,
			);
			for (const [id, failure] of failed) failures.set(id, failure);
		}
		return told.map(({ event }) => failures.get(String(event)));
	});
	for (const { queue, run } of areas.queues) {
		await jobs.work(queue, (job) => asSystem(job.org, (ctx) => run(ctx, job, backstage)));
	}
	for (const round of areas.rounds)
		await comeRound(jobs, db, round, (org, work) => asSystem(org, work), backstage);
	// Without a mail server nothing takes mails off the queue: they wait, and are sent when there is one.
	if (mailer) {
		const office = { db, mailer, perMinute: backstage.config.MAIL_PER_MINUTE, log: backstage.log, now };
		await jobs.work(mailQueue, async ({ org }) => {
			const known = await db.global((tx) => findOrgById(tx, org));
			if (known?.kind === 'demo') return; // its people are invented: their mail never leaves the outbox
			// The rest goes to the end of the queue, so that every organization gets its turn.
			if (known && (await deliverMail(office, org))) {
				await db.inOrg(org, (tx) => jobs.send(tx, mailQueue, [{ org }]));
			}
		});
		await comeRound(jobs, db, mailRound, (org, work) => asSystem(org, work), backstage);
	}
}

/** Mails whose time has come, after a pause or after a process that died. */
export const mailRound: Round = {
	name: 'mail.round',
	cron: '* * * * *',
	run: async (ctx) => {
		if (await anyDue(ctx.tx, ctx.org.id, ctx.now)) await ctx.send(mailQueue, [{}]);
	},
};

/** The clock sends one job, which sends one for each organization: each has its own transaction and its own retries. */
async function comeRound(
	jobs: Jobs,
	db: Database,
	{ name, cron, run }: Round,
	asSystem: (org: string, work: (ctx: Ctx) => Promise<void>) => Promise<void>,
	backstage: Backstage,
): Promise<void> {
	await jobs.work(name, async (job) => {
		if (job.org) return asSystem(job.org, (ctx) => run(ctx, backstage));
		await db.global(async (tx) => {
			const orgs = await listOrgs(tx);
			await jobs.send(
				tx,
				name,
				orgs.map(({ id }) => ({ org: id })),
			);
		});
	});
	await jobs.schedule(name, cron);
}
