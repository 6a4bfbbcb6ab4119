import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../../../../tests/harness/learners.ts';
import { openMailServer, type MailServer } from '../../../../tests/harness/mail-server.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, asAdministrator, changes } from '../../../../tests/harness/rows.ts';
import { enroll, enrollmentsOf } from '../../learning/server/enroll.ts';
import { reachPeople } from '../../people/server/find-person.ts';
import { redeemSignInLink } from '../../platform/auth/server/sign-in-link.ts';
import { launchCourse } from './launch-course.ts';
import { myCourses } from './my-courses.ts';

describe('a course that is asked of everyone', () => {
	let mails: MailServer;
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		mails = await openMailServer();
		platform = await openTestPlatform({ settings: { SMTP_URL: mails.url } });
		orgs = await platform.twoOrgs();
		const { id } = await orgs.here.add({ name: 'No Address' });
		await asAdministrator(platform, (admin) =>
			admin.query('update person set email = null where id = $1', [id]),
		);
	});
	afterAll(async () => {
		await platform.close();
		await mails.close();
	});

	const assign = async (
		wish: { key?: string; course?: string; dueOn?: string } = {},
		actor = as(orgs.here.admin),
	) =>
		(
			await platform.act(orgs.here.org, actor, (ctx) =>
				launchCourse(ctx, { key: randomUUID(), course: shipped, dueOn: '', ...wish }, 'https://learn.test'),
			)
		).asked;

	it('is asked by program admins alone, and must be one that there is', async () => {
		const changed = await changes(platform, async () => {
			await expect(assign({}, as(orgs.here.learner))).rejects.toMatchObject({ code: 'not_found' });
			const unknown = { key: randomUUID(), course: shipped, dueOn: '' };
			const attempt = platform.act(orgs.here.org, nobody, (ctx) =>
				launchCourse(ctx, unknown, 'https://learn.test'),
			);
			await expect(attempt).rejects.toMatchObject({ code: 'sign_in_required' });
			await expect(assign({ course: 'none' })).rejects.toMatchObject({ code: 'not_found' });
		});
		expect(changed).toEqual({});
		expect(mails.mails).toEqual([]);
	});

	it('enrolls, assigns and writes once to each person who has an address', async () => {
		const key = randomUUID();
		const changed = await changes(platform, async () => {
			expect(await assign({ key, dueOn: '2026-12-11' })).toBe(3);
			expect(await assign({ key, dueOn: '2026-12-11' })).toBe(3); // the same form again
		});
		expect(changed).toEqual({
			enrollment: '+3',
			assignment: '+3',
			progress: '+3',
			progress_tally: '+8',
			event: '+3',
			'job event': '+3',
			mail: '+2',
			'job mail': '+1',
			launch: '+1',
			mail_attempt: '+2',
			mail_server: '+1 -1',
			sign_in_link: '+2',
			form_key: '+1',
			audit_entry: '+1',
			course_version: '+1',
			course_adoption: '+1',
		});
		expect(mails.mails.map(({ to }) => to[0]).sort()).toEqual(
			[orgs.here.admin.email, orgs.here.learner.email].sort(),
		);
	});

	it("writes in the person's language, with the day and a link that signs in them alone", async () => {
		const spanish = await mails.mailTo(orgs.here.learner.email);
		const english = await mails.mailTo(orgs.here.admin.email);
		expect(english.text).toContain('December 11, 2026');
		expect(spanish.text).toContain('11 de diciembre de 2026');
		expect(spanish.subject).not.toBe(english.subject);
		const [address, token = ''] = (spanish.link ?? '').split('/sign-in/');
		expect(address).toBe(`https://learn.test/o/${orgs.here.org.slug}`);
		const account = await platform.act(orgs.here.org, nobody, (ctx) => redeemSignInLink(ctx, token));
		expect(account).toBe(orgs.here.learner.id);
	});

	it('is asked again of those alone who came since', async () => {
		platform.clock.pass({ days: 1 });
		const nadia = await orgs.here.add({ name: 'Nadia Okoye' });
		const before = mails.mails.length;
		const changed = await changes(platform, async () =>
			expect(await assign({ dueOn: '2027-01-15' })).toBe(1),
		);
		expect(changed).toMatchObject({ enrollment: '+1', assignment: '+1', mail: '+1' });
		expect(mails.mails.slice(before).map(({ to }) => to[0])).toEqual([nadia.email]);
		const none = await changes(platform, async () => expect(await assign()).toBe(0));
		expect(none).toEqual({ form_key: '+1', audit_entry: '+1', launch: '+1' });
	});

	it('is asked once of somebody when two ask at the same moment', async () => {
		await orgs.here.add({ name: 'Just Came' });
		const changed = await changes(platform, async () => {
			const counts = await Promise.all([assign(), assign(), assign()]);
			expect(counts.sort()).toEqual([0, 0, 1]);
		});
		expect(changed).toMatchObject({ enrollment: '+1', assignment: '+1', mail: '+1' });
	});

	it('is also asked of somebody who takes it already of their own', async () => {
		const { id } = await orgs.here.add({ name: 'Early Bird' });
		await platform.act(orgs.here.org, system, (ctx) => enroll(ctx, shipped, [id]));
		const changed = await changes(platform, () => assign({ dueOn: '2027-01-15' }));
		expect(changed).toMatchObject({ assignment: '+1', event: '+1', mail: '+1' });
		expect(changed.enrollment).toBeUndefined();
	});

	it('can be asked of more people than a statement may name', async () => {
		const many = [orgs.here.learner.id, ...Array.from({ length: 70_000 }, () => randomUUID())];
		await platform.act(orgs.here.org, system, async (ctx) => {
			expect(await reachPeople(ctx, many)).toHaveLength(1);
			expect((await enrollmentsOf(ctx, shipped, many)).size).toBe(1);
		});
	});

	it('is mine with its due date, and nobody else’s', async () => {
		const mine = (person = orgs.here.learner) =>
			platform.act(person.org, as(person), (ctx) => myCourses(ctx, person.language));
		expect(await mine()).toMatchObject([{ course: shipped, dueOn: '2026-12-11', complete: false }]);
		expect(await mine(orgs.there.learner)).toEqual([]);
	});

	it('changes nothing in another organization', async () => {
		const rows = await allRows(platform, orgs.there.org.id);
		for (const table of ['enrollment', 'assignment', 'progress', 'mail', 'sign_in_link', 'course_version']) {
			expect(rows.get(table), table).toEqual([]);
		}
		expect(rows.get('event')?.filter((row) => row.includes('course.'))).toEqual([]);
	});
});
