import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../../../tests/harness/eventually.ts';
import type { TwoOrgs } from '../../../../../tests/harness/orgs.ts';
import { openTestPlatform, system, type TestPlatform } from '../../../../../tests/harness/platform.ts';
import { asAdministrator } from '../../../../../tests/harness/rows.ts';
import { audit } from './audit.ts';
import { chainStart } from './chain.ts';
import { linkAudit } from './link-audit.ts';
import { verifyAudit } from './verify-audit.ts';

describe('the chain of audited acts', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	beforeAll(async () => {
		platform = await openTestPlatform();
		orgs = await platform.twoOrgs();
	});
	afterAll(() => platform.close());

	/** Both organizations begin anew, with these many acts here and one there. */
	async function acts(count: number): Promise<void> {
		await tamper('delete from audit_link; delete from audit_entry');
		for (let number = 1; number <= count; number += 1) await act({ number });
		await platform.act(orgs.there.org, system, (ctx) => audit(ctx, 'org.created', null));
	}
	const act = (details: Record<string, number>) =>
		platform.act(orgs.here.org, system, (ctx) => audit(ctx, 'people.imported', orgs.here.admin.id, details));
	const link = ({ org } = orgs.here) =>
		platform.db.inOrg(org.id, (tx) => linkAudit(tx, org.id, platform.now()));
	const verify = ({ org } = orgs.here) => platform.db.inOrg(org.id, (tx) => verifyAudit(tx, org.id));
	const tamper = (statement: string) => asAdministrator(platform, (admin) => admin.query(statement));
	const here = () => `org_id = '${orgs.here.org.id}'`;

	beforeEach(async () => {
		await acts(5);
		await link();
		await link(orgs.there);
	});

	it('holds every act once, in order, each organization for itself', async () => {
		const { links, erased, problems, head } = await verify();
		expect({ links, erased, problems }).toEqual({ links: 5, erased: 0, problems: [] });
		expect(head).not.toBe(chainStart);
		expect(await verify(orgs.there)).toMatchObject({ links: 1, problems: [] });
		await tamper('delete from audit_link; delete from audit_entry');
		expect(await verify()).toEqual({ links: 0, erased: 0, head: chainStart, problems: [] });
	});

	it('grows by what is new, and by nothing when nothing is', async () => {
		const before = await verify();
		expect(await link()).toBe(0);
		await act({ number: 6 });
		await link();
		const after = await verify();
		expect(after).toMatchObject({ links: 6, problems: [] });
		expect(after.head).not.toBe(before.head);
	});

	it('has no gap and no fork when several link at once', async () => {
		for (let number = 6; number <= 40; number += 1) await act({ number });
		await Promise.all([1, 2, 3, 4, 5].map(() => link()));
		expect(await verify()).toMatchObject({ links: 40, erased: 0, problems: [] });
	});

	it('follows by itself within a second or two', async () => {
		await act({ number: 6 });
		await eventually(async () => expect(await verify()).toMatchObject({ links: 6 }));
		expect(await verify()).toMatchObject({ links: 6, problems: [] });
	});

	it('holds when acts are erased, and counts them', async () => {
		const { head } = await verify();
		await tamper(`delete from audit_entry where ${here()} and details ->> 'number' in ('2', '4')`);
		expect(await verify()).toEqual({ links: 5, erased: 2, head, problems: [] });
		await act({ number: 6 });
		await link();
		expect(await verify()).toMatchObject({ links: 6, erased: 2, problems: [] });
	});

	it.each([
		[
			'an act of which one word was changed',
			`update audit_entry set act = 'role.granted' where NUMBER`,
			'The act of link 3 was changed.',
		],
		[
			'an act with another actor',
			`update audit_entry set actor_id = subject_id where NUMBER`,
			'The act of link 3 was changed.',
		],
		[
			'an act at another time',
			`update audit_entry set at = at + interval '1 ms' where NUMBER`,
			'The act of link 3 was changed.',
		],
		[
			'an act with other details',
			`update audit_entry set details = '{}' where NUMBER`,
			'The act of link 3 was changed.',
		],
		[
			'a link that was taken out',
			'delete from audit_link where HERE and number = 3',
			'Link 3 is missing; 4 stands in its place.',
		],
		[
			'a link that was taken out at the start',
			'delete from audit_link where HERE and number = 1',
			'Link 1 is missing; 2 stands in its place.',
		],
		[
			'links that changed places',
			'update audit_link set number = -number where HERE and number in (3, 4); update audit_link set number = 7 + number where HERE and number < 0',
			'Link 3 does not follow from the one before it.',
		],
		[
			'a link to another act',
			`update audit_link set entry_hash = repeat('a', 64) where HERE and number = 3`,
			'Link 3 does not follow from the one before it.',
		],
		[
			'a link with another hash',
			`update audit_link set hash = repeat('a', 64) where HERE and number = 3`,
			'Link 3 does not follow from the one before it.',
		],
	])('shows %s', async (_, statement, problem) => {
		await tamper(
			statement.replaceAll('NUMBER', `${here()} and details ->> 'number' = '3'`).replaceAll('HERE', here()),
		);
		expect((await verify()).problems).toContain(problem);
		expect((await verify(orgs.there)).problems).toEqual([]);
	});

	it('shows a link that was put in between', async () => {
		await tamper(`update audit_link set number = -number where ${here()} and number >= 4;
			update audit_link set number = 1 - number where ${here()} and number < 0;
			insert into audit_link
				select org_id, 4, entry_id, entry_hash, hash, linked_at from audit_link where ${here()} and number = 3`);
		expect((await verify()).problems).toContain('Link 4 does not follow from the one before it.');
	});
});
