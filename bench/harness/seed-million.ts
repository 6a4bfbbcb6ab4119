import pg from 'pg';
import { v4 as uuidv4 } from 'uuid';
import type { Ctx, Org } from '../../src/lib/platform/context.ts';
import { openDatabase } from '../../src/lib/platform/db/server/database.ts';
import type { DomainEvent } from '../../src/lib/platform/events/events.ts';
import { createOrg } from '../../src/lib/platform/org/server/create-org.ts';
import { progressProjection } from '../../src/lib/program/server/project-progress.ts';

const people = 100_000;
const courses = 10;
/** Enrollments that the projection takes together. */
const atOnce = 5_000;

export interface LargeOrg {
	readonly org: Org;
	readonly adminCookie: string;
	readonly enrollments: number;
	/** How long the projection took to keep and count them. */
	readonly seconds: number;
}

/**
 * An organization of a hundred thousand people at five hundred sites, of whom ten courses each were asked. People and
 * assignments come in by SQL; who is where is kept and counted by the projection that every answer goes through.
 */
export async function seedMillion(adminUrl: string): Promise<LargeOrg> {
	const admin = new pg.Client({ connectionString: adminUrl });
	await admin.connect();
	const db = openDatabase(adminUrl, 1, () => undefined);
	try {
		const now = new Date();
		const org = await db.global((tx) =>
			createOrg(tx, { name: 'Large Bench', kind: 'real', language: 'en' }, now),
		);
		const boss = await addPeople(admin, org.id);
		const begun = performance.now();
		for (let part = 0; part < (people * courses) / atOnce; part += 1) {
			const events = await eventsOf(admin, org.id, part);

			await db.inOrg(org.id, (tx) => progressProjection.apply(contextIn(tx, org, now), events));
		}
		const seconds = (performance.now() - begun) / 1000;
		await admin.query('vacuum analyze');
		const { rows } = await admin.query<{ count: number }>(
			'select count(*)::int as count from progress where org_id = $1 and standing is not null',
			[org.id],
		);
		return { org, adminCookie: `upstander=${boss}`, enrollments: rows[0]?.count ?? 0, seconds };
	} finally {
		await db.close();
		await admin.end();
	}
}

function contextIn(tx: Ctx['tx'], org: Org, now: Date): Ctx {
	return {
		tx,
		org,
		now,
		actor: { kind: 'system' },
		today: now.toISOString().slice(0, 10),
		send: () => Promise.reject(new Error('Counting sends no job.')),
		asked: { access: true },
	};
}

/** @returns the id of somebody who is signed in and holds the role of an admin */
async function addPeople(admin: pg.Client, org: string): Promise<string> {
	const boss = uuidv4();
	// What is written here is whole; looking up every reference would take most of the time.
	await admin.query('set session_replication_role = replica');
	await admin.query(`
		create temp table made as
			select case when n = 0 then '${boss}'::uuid else gen_random_uuid() end as id, n from generate_series(0, ${people - 1}) as n;
		create unique index on made (n);
		create temp table places as select gen_random_uuid() as id, n from generate_series(0, 499) as n;
		create temp table parts as select gen_random_uuid() as id, n from generate_series(0, 59) as n;
		insert into site (org_id, id, name, country, region, created_at)
			select '${org}', id, 'Site ' || n, 'US', (array['CA', 'NY', 'IL', 'CT', 'TX'])[n % 5 + 1], now() from places;
		insert into department (org_id, id, name, created_at) select '${org}', id, 'Department ' || n, now() from parts;
		insert into account (org_id, id, language, created_at)
			select '${org}', id, case when n % 5 = 0 then 'es' else 'en' end, now() from made;
		insert into person (org_id, id, number, given_name, family_name, search_text, site_id, department_id, manager_id,
				hired_on, ended_on, leave_from, created_at)
			select '${org}', m.id, m.n::text, 'Given' || m.n % 977, 'Family' || m.n % 9973, '', s.id, d.id, l.id, '2020-01-01',
				case when m.n % 33 = 1 then '2026-01-31'::date end, case when m.n % 50 = 2 then '2026-01-01'::date end, now()
			from made m join places s on s.n = m.n % 500 join parts d on d.n = m.n / 7 % 60
			left join made l on l.n = (m.n - 1) / 8 and m.n > 0;
		insert into person_place (org_id, person_id, position, site_id, share)
			select '${org}', m.id, 1, s.id, 100 from made m join places s on s.n = m.n % 500;
		insert into assignment (org_id, id, person_id, course, assigned_at, due_on)
			select '${org}', gen_random_uuid(), m.id, 'course-' || c, now() - interval '200 days',
				current_date - 100 + ((m.n / 1000 % 12) * 18)
			from made m cross join generate_series(0, ${courses - 1}) as c;
		insert into session (org_id, id, token_hash, account_id, created_at, expires_at, device)
			values ('${org}', gen_random_uuid(), encode(sha256(convert_to('${boss}', 'UTF8')), 'hex'), '${boss}', now(),
				now() + interval '1 day', 'bench');
		insert into role_grant (org_id, id, account_id, role, granted_at)
			values ('${org}', gen_random_uuid(), '${boss}', 'program_admin', now());
		create temp table asked as select id, person_id, course, row_number() over (order by person_id, course) - 1 as place
			from assignment where org_id = '${org}';
		create index on asked (place);
		analyze`);
	return boss;
}

/** Of some enrollments: all were asked, three quarters begun, most of those completed. */
async function eventsOf(admin: pg.Client, org: string, part: number): Promise<DomainEvent[]> {
	const { rows } = await admin.query<{ id: string; person: string; course: string; place: string }>(
		'select id, person_id as person, course, place from asked where place >= $1 and place < $2 order by place',
		[part * atOnce, (part + 1) * atOnce],
	);
	return rows.flatMap(({ id, person, course, place }) => {
		const number = Number(place) % 20;
		const of = (type: DomainEvent['type'], day: string) =>
			({
				id,
				type,
				accountId: person,
				data: { enrollment: id, course, version: '' },
				at: new Date(day),
			}) as DomainEvent;
		return [
			of('course.assigned', '2026-01-05'),
			...(number < 15 ? [of('course.started', '2026-02-05')] : []),
			...(number < 12 ? [of('course.completed', '2026-02-06')] : []),
		];
	});
}
