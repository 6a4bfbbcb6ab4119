import { PgBoss } from 'pg-boss';
import type { Tx } from '../../db/server/database.ts';
import type { Log } from '../../log/log.ts';
import { jobsSchema } from './prepare-jobs.ts';

/** What a job carries: the organization it works for and the ids it needs. Never words of people. */
export interface JobData {
	/** Empty for what the clock sends, before it is sent on to each organization. */
	readonly org: string;
	readonly [field: string]: string | number | boolean;
}

export type JobHandler = (job: JobData) => Promise<void>;

/** @returns for each job, in their order, why it failed; nothing for one that is done */
export type TogetherHandler = (jobs: readonly JobData[]) => Promise<readonly (Error | undefined)[]>;

export interface Jobs {
	/**
	 * Sends jobs inside the transaction that causes them: they run if and only if that transaction commits, at
	 * least once, so handlers are idempotent.
	 */
	send(tx: Tx, queue: string, jobs: readonly JobData[]): Promise<void>;
	/** Runs `handler` for each job of the queue, several at a time. */
	work(queue: string, handler: JobHandler): Promise<void>;
	/** The same for jobs that are cheaper together: `handler` takes all that wait, fifty at most. */
	workTogether(queue: string, handler: TogetherHandler): Promise<void>;
	/** Sends one job without an organization whenever the clock comes round; one process of several sends it. */
	schedule(queue: string, cron: string): Promise<void>;
	/** Finishes what is running and stops. */
	close(): Promise<void>;
}

/** Retries grow apart, one minute at first, and give up after about a day; what is given up stays visible for two weeks. */
const patience = {
	retryLimit: 12,
	retryDelay: 5,
	retryBackoff: true,
	retryDelayMax: 4 * 3600,
	expireInSeconds: 120,
	deleteAfterSeconds: 14 * 24 * 3600,
	notify: true,
};

/** Opens the queue over its own few connections, as the app's role. */
export async function openJobs(url: string, queues: readonly string[], log: Log): Promise<Jobs> {
	const boss = new PgBoss({
		connectionString: url,
		schema: jobsSchema,
		application_name: 'upstander-jobs',
		migrate: false,
		createSchema: false,
		reindex: false,
		useListenNotify: true,
		max: 4,
	});
	boss.on('error', (error) => log.warn({ err: error }, 'the job queue lost its footing and goes on'));
	await boss.start();
	for (const queue of queues) {
		if (await boss.getQueue(queue)) await boss.updateQueue(queue, patience);
		else await boss.createQueue(queue, patience);
	}
	const inside = (tx: Tx) => ({
		executeSql: (text: string, values?: unknown[]) => tx.$client.query(text, values),
	});
	async function workTogether(queue: string, handler: TogetherHandler): Promise<void> {
		await boss.work(
			queue,
			{
				batchSize: 50,
				perJobResults: true,
				localConcurrency: 2,
				burstWhenBatchFull: true,
				pollingIntervalSeconds: 0.5,
				notifyPollingIntervalSeconds: 5,
			},
			async (jobs: { id: string; data: JobData }[]) => {
				const failures = await handler(jobs.map(({ data }) => data));
				return jobs.map(({ id }, index) => {
					const failure = failures[index];
					if (!failure) return { id, status: 'completed' as const };
					log.warn({ err: failure, queue, job: id }, 'a job failed and will be tried again');
					return { id, status: 'failed' as const };
				});
			},
		);
	}
	return {
		async send(tx, queue, jobs) {
			await boss.insert(
				queue,
				jobs.map((data) => ({ data })),
				{ db: inside(tx) },
			);
		},
		work: (queue, handler) =>
			workTogether(queue, async (jobs) => {
				const failures = [];
				for (const job of jobs) failures.push(await handler(job).then(() => undefined, asError));
				return failures;
			}),
		workTogether,
		schedule: (queue, cron) => boss.schedule(queue, cron, { org: '' }, { tz: 'UTC' }),
		close: () => boss.stop({ graceful: true, timeout: 10_000 }),
	};
}

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));
