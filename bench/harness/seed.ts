import pg from 'pg';
import { v4 as uuidv4 } from 'uuid';
import { areas } from '../../src/lib/areas.ts';
import { inventPeopleFile } from '../../src/lib/demo/server/invent-people.ts';
import { textIn, type Course } from '../../src/lib/learning/course.ts';
import { adoptedVersion } from '../../src/lib/learning/server/course-version.ts';
import { playScene } from '../../src/lib/learning/server/play-scene.ts';
import { readPeople } from '../../src/lib/people/import/read-people.ts';
import { applyImport } from '../../src/lib/people/server/apply-import.ts';
import { stageImport } from '../../src/lib/people/server/stage-import.ts';
import { readConfig } from '../../src/lib/platform/config/read-config.ts';
import type { Actor, Org } from '../../src/lib/platform/context.ts';
import { startPrivatePostgres } from '../../src/lib/platform/db/private-postgres.ts';
import { migrateDatabase } from '../../src/lib/platform/db/server/migrate.ts';
import { openLog } from '../../src/lib/platform/log/log.ts';
import { makeKey } from '../../src/lib/platform/sealing/handler-key.ts';
import { mailQueue } from '../../src/lib/platform/mail/server/send-mail.ts';
import { createOrg } from '../../src/lib/platform/org/server/create-org.ts';
import { openPlatform, type Platform } from '../../src/lib/platform/platform.ts';
import { launchCourse } from '../../src/lib/program/server/launch-course.ts';
import { settle } from '../../tests/harness/settle.ts';

/** The course that everyone is asked to take. */
export const course = 'stepping-in';

export interface Learner {
	readonly enrollment: string;
	readonly cookie: string;
}

/** What stands in the database before the app starts. */
export interface Seeded {
	readonly org: Org;
	readonly adminCookie: string;
	/** Of the handler's key. */
	readonly recipients: readonly string[];
	/** Everyone with an enrollment, in the order of their numbers. */
	readonly learners: readonly Learner[];
	/** Every answer from the first step to the last, as a form would send it. */
	readonly way: readonly { readonly step: string; readonly kind: string; readonly form: string }[];
}

/** Makes an organization with its people, all assigned and signed in, by the verbs that people use. */
export async function seed(dataDir: string, people: number): Promise<Seeded> {
	const postgres = await startPrivatePostgres(dataDir);
	try {
		await migrateDatabase(postgres.ownerUrl, postgres.appUrl);
		const config = readConfig({ LOG_LEVEL: 'error' });
		const platform = await openPlatform(config, postgres.appUrl, openLog('error'), areas);
		const { org, compiled } = await fill(platform, people);
		await settle(platform.db.pool, [mailQueue], 120_000);
		await platform.close();
		return { org, ...(await signEveryoneIn(postgres.adminUrl, org)), way: wayThrough(compiled) };
	} finally {
		await postgres.stop();
	}
}

async function fill(platform: Platform, people: number): Promise<{ org: Org; compiled: Course }> {
	const org = await platform.db.global((tx) =>
		createOrg(tx, { name: 'Bench', kind: 'real', language: 'en' }, platform.now()),
	);
	const builder: Actor = {
		kind: 'person',
		accountId: uuidv4(),
		sessionId: uuidv4(),
		roles: new Set(['program_admin']),
	};
	const compiled = await platform.act(org, builder, async (ctx) => {
		const parsed = readPeople({ bytes: Buffer.from(inventPeopleFile(people)), today: ctx.today });
		if (typeof parsed === 'string') throw new Error(parsed);
		await applyImport(ctx, await stageImport(ctx, parsed, uuidv4()), { whole: true });
		await launchCourse(ctx, { key: uuidv4(), course, dueOn: '2099-12-31' }, 'http://localhost');
		return (await adoptedVersion(ctx, course)).compiled;
	});
	return { org, compiled };
}

/** Everyone has a session whose token follows from their id. The first person of the file holds every role. */
async function signEveryoneIn(adminUrl: string, org: Org): Promise<Omit<Seeded, 'org' | 'way'>> {
	const admin = new pg.Client({ connectionString: adminUrl });
	await admin.connect();
	try {
		await admin.query(
			`insert into session (org_id, id, token_hash, account_id, created_at, expires_at, device)
			select org_id, gen_random_uuid(), encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), id, now(),
				now() + interval '1 day', 'bench' from account where org_id = $1`,
			[org.id],
		);
		const { rows } = await admin.query<{ account: string; enrollment: string }>(
			`select p.id as account, e.id as enrollment from person p
			join enrollment e on e.org_id = p.org_id and e.account_id = p.id where p.org_id = $1 order by p.number`,
			[org.id],
		);
		const learners = rows.map(({ account, enrollment }) => ({ enrollment, cookie: `upstander=${account}` }));
		await admin.query(
			`insert into role_grant (org_id, id, account_id, role, granted_at)
			select $1, gen_random_uuid(), $2, role, now() from unnest(array['program_admin', 'handler']) as role`,
			[org.id, rows[0]?.account],
		);
		const { recipient } = await makeKey();
		await admin.query(
			`insert into sealing_key (org_id, id, account_id, recipient, wrapped, wrapped_by, created_at)
			values ($1, gen_random_uuid(), $2, $3, '', 'passphrase', now())`,
			[org.id, rows[0]?.account, recipient],
		);
		await admin.query('vacuum analyze');
		return { adminCookie: learners[0]?.cookie ?? '', recipients: [recipient], learners: learners.slice(1) };
	} finally {
		await admin.end();
	}
}

/** Always the first option, and in a scene the first choice. */
function wayThrough(compiled: Course): Seeded['way'] {
	const text = textIn(compiled, 'en');
	return compiled.steps.flatMap(({ id: step, kind, options }): Seeded['way'][number][] => {
		if (kind === 'read') return [{ step, kind, form: '' }];
		if (kind !== 'scene') return [{ step, kind, form: `option=${options[0]}` }];
		const forms: string[] = [];
		const path: string[] = [];
		for (;;) {
			const { choices } = playScene(text.steps[step]?.story ?? '', Object.keys(compiled.cast), path);
			const first = choices[0]?.id;
			if (!first) return forms.map((form) => ({ step, kind, form }));
			forms.push(`option=${first}&path=${encodeURIComponent(path.join('/'))}`);
			path.push(first);
		}
	});
}
