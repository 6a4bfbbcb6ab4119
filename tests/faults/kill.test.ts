import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../src/lib/demo/dice.ts';
import type { Course } from '../../src/lib/learning/course.ts';
import type { Ctx, Org } from '../../src/lib/platform/context.ts';
import { verifyAudit } from '../../src/lib/platform/audit/server/verify-audit.ts';
import { openDatabase } from '../../src/lib/platform/db/server/database.ts';
import { localDay } from '../../src/lib/platform/dates/local-day.ts';
import { rebuildProgress } from '../../src/lib/program/server/project-progress.ts';
import { startApp, type RunningApp } from '../harness/app.ts';
import { openDemo } from '../harness/demo.ts';
import { expireActiveJobs } from '../harness/jobs.ts';
import { asRole } from '../harness/rows.ts';
import { settle } from '../harness/settle.ts';
import { isReady, until } from '../ops/ask.ts';
import { postmaster } from '../ops/launch.ts';
import { openStreams, type Streams, type Taker } from './answer-streams.ts';

const full = process.env.UPSTANDER_FULL === '1';
const ownServer = !process.env.TEST_DATABASE_URL;
const learners = 50;
const seed = Number(process.env.KILL_SEED ?? (full ? Date.now() % 1_000_000 : 1));

/** Who is killed: the app, PostgreSQL, or one connection's process, which takes all others with it. */
const victims = ownServer ? (['app', 'postgres', 'backend'] as const) : (['app', 'backend'] as const);

/**
 * What was acknowledged is there, once, whoever dies when. The app is the real one; a learner whose form was not
 * acknowledged sends it again with the same key, as a browser's reload does.
 */
describe(`killed in the middle of 50 streams of answers (seed ${seed})`, () => {
	const random = seeded(seed);
	let app: RunningApp;
	let org: Org;
	let takers: Taker[];
	let streams: Streams;
	const query = async <Row extends pg.QueryResultRow>(text: string, ...values: unknown[]) =>
		asRole(app.adminUrl(), async (admin) => (await admin.query<Row>(text, values)).rows);
	/** Rows of the people in the streams, counted by what they are told apart by. */
	const ours = <Row extends pg.QueryResultRow>(text: string) =>
		query<Row>(
			text,
			org.id,
			takers.map((t) => t.enrollment),
		);

	beforeAll(async () => {
		app = await startApp();
		await openDemo(app.url);
		[org] = (await query<Org>('select * from org')) as [Org];
		takers = await query<Taker>(
			`with fresh as (
				select e.account_id as account, e.id as enrollment from enrollment e
				where e.org_id = $1 and not exists (
					select from answer a where a.org_id = e.org_id and a.enrollment_id = e.id)
				order by e.id limit ${learners}),
			signed_in as (
				insert into session (org_id, id, token_hash, account_id, created_at, expires_at, device)
				select $1, gen_random_uuid(), encode(sha256(convert_to(account::text, 'UTF8')), 'hex'), account, now(),
					now() + interval '1 day', '–' from fresh)
			select account, enrollment, 'upstander=' || account as cookie from fresh`,
			org.id,
		);
		const [version] = await query<{ compiled: Course }>(
			'select compiled from course_version where org_id = $1',
			org.id,
		);
		const site = { port: app.port, slug: org.slug, course: version?.compiled as Course };
		streams = openStreams(site, takers, random, full ? 2000 : 700);
	}, 120_000);
	afterAll(() => app.remove());

	it.for(Array.from({ length: full ? 20 : 3 }, (_, number) => number))(
		'goes on after kill %i',
		{ timeout: 120_000 },
		async (number) => {
			await sleep(200 + 1000 * random());
			// Each in turn at first, then whoever it hits.
			await kill(victims[number] ?? victims[Math.floor(random() * victims.length)] ?? 'app');
			const then = streams.acknowledged();
			await until(async () => streams.acknowledged() >= then + learners / 2);
		},
	);

	it('has every acknowledged answer, once, and none that was never sent', { timeout: 120_000 }, async () => {
		await streams.finish();
		expect(streams.sent.every(({ acknowledged }) => acknowledged)).toBe(true);
		const stored = await ours<{ enrollment: string; key: string }>(
			`select enrollment_id as enrollment, key from answer where org_id = $1 and enrollment_id = any($2)`,
		);
		const name = (one: { enrollment: string; key: string }) => `${one.enrollment} ${one.key}`;
		expect(stored.map(name).sort()).toEqual(streams.sent.map(name).sort());
		const gaps = await ours(
			`select enrollment_id from answer where org_id = $1 and enrollment_id = any($2)
			group by 1 having min(number) <> 1 or max(number) <> count(*) or count(distinct number) <> count(*)`,
		);
		expect(gaps).toEqual([]);
	});

	it('has counted every vote once', async () => {
		const [votes] = await query(
			`select (select sum(vote::int)::int from poll_tally, jsonb_each_text(votes) as v(option, vote) where org_id = $1) as counted,
				(select count(*)::int from answer where org_id = $1 and choice ->> 'kind' = 'poll') as given`,
			org.id,
		);
		expect(votes?.counted).toBe(votes?.given);
	});

	it('has started and completed every course once', async () => {
		const completions = await ours(`select from completion where org_id = $1 and enrollment_id = any($2)`);
		expect(completions.length).toBe(learners);
		const events = await ours(
			`select type, count(*)::int as events, count(distinct data ->> 'enrollment')::int as people from event
			where org_id = $1 and data ->> 'enrollment' = any($2) and type in ('course.started', 'course.completed')
			group by 1 order by 1`,
		);
		expect(events).toEqual([
			{ type: 'course.completed', events: learners, people: learners },
			{ type: 'course.started', events: learners, people: learners },
		]);
	});

	it('shows in the progress what a replay of the events shows', { timeout: 60_000 }, async () => {
		const pool = new pg.Pool({ connectionString: app.adminUrl(), max: 1 });
		await expireActiveJobs(app.adminUrl());
		await settle(pool, ['mail']).finally(() => pool.end());
		const shown = `select to_jsonb(p)::text as row from progress p where org_id = $1 order by 1`;
		const before = await query(shown, org.id);
		const db = openDatabase(app.adminUrl(), 1, () => undefined);
		await db
			.inOrg(org.id, (tx) => rebuildProgress({ tx, org, today: localDay(new Date(), org.timeZone) } as Ctx))
			.finally(() => db.close());
		expect(before.length).toBeGreaterThanOrEqual(learners);
		expect(before).toEqual(await query(shown, org.id));
	});

	it('has an audit chain that verifies, with every act in it', async () => {
		const db = openDatabase(app.adminUrl(), 1, () => undefined);
		const acts = async () =>
			(await query<{ acts: number }>('select count(*)::int as acts from audit_entry'))[0]?.acts;
		await until(async () => (await query('select from audit_link')).length === (await acts()));
		const report = await db.inOrg(org.id, (tx) => verifyAudit(tx, org.id)).finally(() => db.close());
		expect(report.problems).toEqual([]);
		expect(report.links).toBe(await acts());
	});

	it('stops in order', async () => {
		expect(streams.retries()).toBeGreaterThan(0);
		expect(await app.stop()).toBe(0);
	});

	async function kill(victim: (typeof victims)[number]): Promise<void> {
		if (victim === 'app') {
			await app.kill();
			app = await startApp({ on: app, port: app.port });
			return;
		}
		const server = postmaster(app.dataDir);
		if (victim === 'postgres') process.kill(server as number, 'SIGKILL');
		else await killBackend();
		await until(
			async () => (victim === 'backend' || postmaster(app.dataDir) !== server) && (await isReady(app.port)),
		);
	}

	/** The process behind one of the app's connections, by SIGKILL; on a given server only by asking it. */
	async function killBackend(): Promise<void> {
		const backends = await query<{ pid: number }>(
			`select pid from pg_stat_activity where datname = current_database() and application_name = 'upstander' order by 1`,
		);
		const { pid } = backends[Math.floor(random() * backends.length)] as { pid: number };
		if (ownServer) process.kill(pid, 'SIGKILL');
		else await query('select pg_terminate_backend($1)', pid);
	}
});
