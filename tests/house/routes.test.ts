import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { startApp, type RunningApp } from '../harness/app.ts';
import { openDemo } from '../harness/demo.ts';
import { newKey } from '../harness/keys.ts';
import { allRows, asRole, differences } from '../harness/rows.ts';
import { visit, type Visitor } from '../harness/visitor.ts';
import { routeTable, visitors, type Place, type RouteRule, type Who } from './route-table.ts';

const org = '/o/aldervale-care';
const routes = Object.entries(routeTable);

describe('every route', () => {
	let app: RunningApp;
	let by: Record<Who, Visitor>;
	let place: Place;
	beforeAll(async () => {
		app = await startApp();
		by = Object.fromEntries(visitors.map((who) => [who, visit(app.url)])) as Record<Who, Visitor>;
		await openDemo(app.url);
		// A mail that waits.
		await by.nobody.post(org, { email: 'samuel.ortiz@aldervale.example' });
		const cast = { learner: '1001', admin: '1004', handler: '1005' };
		for (const [who, number] of Object.entries(cast)) await by[who as Who].post(`${org}/cast`, { number });
		const founder = {
			organization: 'Brightwater',
			name: 'Otto Klein',
			email: 'otto@example.org',
			language: 'en',
		};
		expect((await by.stranger.post('/?/setUp', founder)).status).toBe(303);
		const manager = visit(app.url); // somebody whose session nobody else may end
		await manager.post(`${org}/cast`, { number: '1002' });
		by.stranger.misuse('/o/brightwater/app', `${org}/app`);
		place = await findPlace();
	}, 240_000);
	afterAll(() => app.remove());

	async function findPlace(): Promise<Place> {
		const file = new File(['Number,Name\n9000,Staged Person\n'], 'people.csv');
		const staged = await by.admin.post(`${org}/app/people/import`, { key: randomUUID(), file });
		const found = await asRole(app.adminUrl(), async (admin) => {
			const { rows } = await admin.query<
				Record<
					| 'enrollment'
					| 'mail'
					| 'session'
					| 'person'
					| 'grant'
					| 'launch'
					| 'fact'
					| 'twin'
					| 'otherTwin'
					| 'site'
					| 'otherSite'
					| 'department'
					| 'otherDepartment',
					string
				>
			>(`
				select e.id as enrollment,
					(select id from launch l where l.org_id = p.org_id limit 1) as launch,
					(select o.id from person o where o.org_id = p.org_id and o.number = '1002') as person,
					(select f.id from person_fact f join person o on o.org_id = f.org_id and o.id = f.person_id
						where f.org_id = p.org_id and o.number = '1002' and f.kind = 'name') as fact,
					(select o.id from person o where o.org_id = p.org_id and o.number = '1150') as twin,
					(select o.id from person o where o.org_id = p.org_id and o.number = '1151') as "otherTwin",
					(select id from site where org_id = p.org_id order by name limit 1) as site,
					(select id from site where org_id = p.org_id order by name desc limit 1) as "otherSite",
					(select id from department where org_id = p.org_id order by name limit 1) as department,
					(select id from department where org_id = p.org_id order by name desc limit 1) as "otherDepartment",
					(select g.id from role_grant g where g.org_id = p.org_id and g.role = 'program_admin' limit 1) as "grant", (select id from mail m where m.org_id = p.org_id limit 1) as mail,
					(select s.id from session s join person o on o.org_id = s.org_id and o.id = s.account_id
						where s.org_id = p.org_id and o.number = '1002') as session
				from enrollment e join person p on p.org_id = e.org_id and p.id = e.account_id where p.number = '1001'`);
			return rows[0];
		});
		if (!found) throw new Error('The demo has no learner.');
		const { form } = await newKey();
		return {
			org,
			...found,
			staged: staged.headers.get('location')?.split('/').at(-1) ?? '',
			key: form,
			newKey: randomUUID,
		};
	}

	const rowsNow = () => allRows({ database: { adminUrl: app.adminUrl() } });
	/** Names and addresses of people that only a desk may show. */
	const secrets = async () => {
		const rows = await rowsNow();
		const emails = [...(rows.get('person') ?? [])].map(
			(row) => (JSON.parse(row) as { email: string | null }).email,
		);
		return [
			...emails.filter((email) => email !== null),
			place.enrollment,
			place.mail,
			place.staged,
			place.session,
		];
	};
	const send = (visitor: Visitor, { path, post }: RouteRule) => {
		const action = post?.action ? `?/${post.action}` : '';
		return visitor.post(path(place) + action, post?.fields(place));
	};

	it('is in the table, and the table holds no other', () => {
		const files = globSync('**/+{page.server,server}.ts', { cwd: join(projectRoot, 'src/routes') });
		const folders = [...new Set(files.map((file) => `/${dirname(file)}`))].sort();
		expect(folders.length).toBeGreaterThan(20);
		expect(Object.keys(routeTable).sort()).toEqual(folders);
	});

	it.each(routes)('%s is read by whom it is for alone', async (_, { path, get }) => {
		const known = await secrets();
		for (const [index, who] of visitors.entries()) {
			const answer = await by[who].get(path(place));
			expect(answer.status, `${who} reads ${path(place)}`).toBe(get?.[index] ?? 405);
			const page = await answer.text();
			// What was asked for stands in the address; everything else would be told.
			const told = known.filter((secret) => page.includes(secret) && !path(place).includes(secret));
			if (answer.status >= 400 || who === 'nobody' || who === 'stranger') expect(told, who).toEqual([]);
		}
	});

	it('refuses its form to everybody whom it is not for, and nothing changes', async () => {
		await settled();
		const before = await rowsNow();
		for (const [route, rule] of routes) {
			for (const [index, who] of visitors.entries()) {
				const expected = rule.post?.answers[index];
				if (expected !== undefined && expected < 400) continue;
				const answer = await send(by[who], rule);
				if (expected !== undefined) expect(answer.status, `${who} sends ${route}`).toBe(expected);
				else expect(answer.status, `${who} sends ${route}, which takes no form`).toBeGreaterThanOrEqual(400);
			}
		}
		await settled();
		expect(differences(before, await rowsNow())).toEqual({});
	});

	it('refuses a form that comes from another site', async () => {
		for (const [route, rule] of routes) {
			if (!rule.post) continue;
			const body = new URLSearchParams({ key: randomUUID() });
			const headers = { origin: 'https://evil.example' };
			const answer = await fetch(app.url + rule.path(place), {
				method: 'POST',
				body,
				headers,
				redirect: 'manual',
			});
			expect(answer.status, route).toBe(403);
		}
	});

	it.each(routes.filter(([, { post }]) => post))(
		'%s takes its form from whom it is for',
		async (route, rule) => {
			for (const [index, who] of visitors.entries()) {
				const expected = rule.post?.answers[index] ?? 0;
				if (expected >= 400) continue;
				const answer = await send(by[who], rule);
				expect(answer.status, `${who} sends ${route}`).toBe(expected);
			}
		},
	);

	it('lets a mail program stop mails by one click, from no page and without a cookie, and nothing else', async () => {
		const token = 'a'.repeat(43);
		await asRole(app.adminUrl(), (admin) =>
			admin.query(
				`update mail set kind = 'digest', stop_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex') where id = $2`,
				[token, place.mail],
			),
		);
		const click = (path: string, headers: Record<string, string> = {}) =>
			fetch(app.url + path, {
				method: 'POST',
				body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
				headers,
				redirect: 'manual',
			});
		const path = `${org}/mail/${token}`;
		const choices = async () => (await rowsNow()).get('mail_choice')?.length ?? 0;
		const before = await choices();
		expect((await click(path, { origin: 'https://evil.example' })).status).toBe(403);
		expect((await click(path, { cookie: 'upstander=any' })).status).toBe(403);
		expect((await click(`${org}/sign-in/${token}`)).status).toBe(403);
		expect(await choices()).toBe(before);
		expect((await click(path)).status).toBe(200);
		expect((await click(path)).status).toBe(200);
		expect(await choices()).toBe(before + 1);
	});

	it('left the session of somebody else as it was', async () => {
		expect((await rowsNow()).get('session')?.filter((row) => row.includes(place.session))).toHaveLength(1);
	});

	it('has no cast in a real organization', async () => {
		const before = (await rowsNow()).get('session');
		const answer = await by.nobody.post('/o/brightwater/cast', { number: '1' });
		expect(answer.status).toBe(404);
		expect((await rowsNow()).get('session')).toEqual(before);
	});

	it('said nothing unexpected in the log', () => {
		expect(app.output()).not.toContain('an unexpected error');
	});

	/** Until nothing that was begun before is still at work. */
	async function settled(): Promise<void> {
		await asRole(app.adminUrl(), async (admin) => {
			for (const end = performance.now() + 30_000; performance.now() < end;) {
				const { rows } = await admin.query(
					`select from jobs.job where name = 'event' and state in ('created', 'active', 'retry') limit 1`,
				);
				if (rows.length === 0) return;
				await new Promise((done) => setTimeout(done, 50));
			}
		});
	}
});
