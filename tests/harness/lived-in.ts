import { randomUUID } from 'node:crypto';
import { overlayCourse } from '../../src/lib/learning/server/overlay-course.ts';
import { readPeople } from '../../src/lib/people/import/read-people.ts';
import { renameDepartment } from '../../src/lib/people/server/change-department.ts';
import { tellApart } from '../../src/lib/people/server/list-duplicates.ts';
import { mergePeople } from '../../src/lib/people/server/merge-people.ts';
import { chooseStep } from '../../src/lib/setup/server/choose-step.ts';
import { ensureDepartments, ensureSites } from '../../src/lib/people/server/ensure-places.ts';
import { recordFacts } from '../../src/lib/people/server/record-facts.ts';
import { recordSiteFacts } from '../../src/lib/people/server/record-site-facts.ts';
import { signInByBadge } from '../../src/lib/people/server/badge-sign-in.ts';
import { requestSignIn } from '../../src/lib/people/server/request-sign-in.ts';
import { chooseColumns, stageImport } from '../../src/lib/people/server/stage-import.ts';
import { reachPeople } from '../../src/lib/people/server/find-person.ts';
import { linkAudit } from '../../src/lib/platform/audit/server/link-audit.ts';
import { addPasskey, beginPasskey } from '../../src/lib/platform/auth/server/passkey.ts';
import { startSession } from '../../src/lib/platform/auth/server/session.ts';
import { askCorrection } from '../../src/lib/privacy/server/correct.ts';
import { askErasure } from '../../src/lib/privacy/server/erase.ts';
import { placeHold } from '../../src/lib/privacy/server/hold.ts';
import { chooseMail } from '../../src/lib/platform/mail/server/choose-mail.ts';
import { retryMails } from '../../src/lib/platform/mail/server/retry-mails.ts';
import { endLaunch, launchCourse } from '../../src/lib/program/server/launch-course.ts';
import { leaveNote } from '../../src/lib/speakup/server/leave-note.ts';
import { as, nobody, system } from './actors.ts';
import { addKeyOf } from './keys.ts';
import { newLearner, shipped, takeUntil } from './learners.ts';
import type { TestOrg } from './orgs.ts';
import type { TestPlatform } from './platform.ts';
import { softPasskey } from './soft-passkey.ts';
import { choosePinOf, enabledTablet } from './tablet.ts';

/**
 * Lets an organization live for a while, by the verbs that people use, until every tenant table has rows of its own.
 * A new table is brought to life here; the test of the walls fails until it is.
 */
export async function liveIn(platform: TestPlatform, home: TestOrg): Promise<void> {
	const { org, admin, learner } = home;
	const asAdmin = as(admin);
	for (let voter = 1; voter <= 11; voter += 1) {
		await takeUntil(platform, await newLearner(platform, home, `Voter Number${voter}`), undefined, voter);
	}
	await addKeyOf(platform, await home.add({ name: 'Hanna Lind', roles: ['handler'] }));
	await platform.act(org, nobody, (ctx) =>
		leaveNote(ctx, { key: randomUUID(), words: `A note to the handlers of ${org.name}.` }),
	);
	await platform.act(org, asAdmin, async (ctx) => {
		const site = (await ensureSites(ctx, ['Main'])).get('Main') ?? '';
		const department = (await ensureDepartments(ctx, ['Nursing'])).get('Nursing') ?? '';
		const of = { personId: learner.id, startsOn: ctx.today } as const;
		await recordSiteFacts(ctx, [
			{ siteId: site, kind: 'industry', value: 'Health care', startsOn: ctx.today },
		]);
		await recordFacts(ctx, [
			{ ...of, kind: 'workPlaces', value: [{ site, share: 100 }] },
			{ ...of, kind: 'department', value: department },
		]);
		ctx.asked.access = true;
	});
	const wish = { key: randomUUID(), course: shipped, dueOn: '' };
	const { launch } = await platform.act(org, asAdmin, (ctx) => launchCourse(ctx, wish, 'https://learn.test'));
	await platform.act(org, asAdmin, (ctx) => endLaunch(ctx, launch));
	await platform.act(org, nobody, (ctx) => requestSignIn(ctx, learner.email, 'https://learn.test'));
	await platform.act(org, system, (ctx) => startSession(ctx, learner.id, 'Firefox, Linux'));
	await signInEveryWay(platform, home);
	await platform.act(org, asAdmin, async (ctx) => {
		const bytes = Buffer.from(`Number,Name\n900,Staged at ${org.name}\n`);
		const file = readPeople({ bytes, today: ctx.today });
		if (typeof file === 'string') throw new Error(file);
		const staged = await stageImport(ctx, file, randomUUID());
		await chooseColumns(ctx, staged, file, ['number', 'name']);
	});
	const own = '---\nkind: read\ntitle: Before you go\ncontinue: Done\n---\n\nOur own words.\n';
	await platform.act(org, asAdmin, (ctx) => overlayCourse(ctx, shipped, { 'steps/before-you-go.md': own }));
	await platform.act(org, as(learner), (ctx) =>
		askCorrection(ctx, { key: randomUUID(), words: 'My first day was a Monday.' }),
	);
	await platform.act(org, as(learner), (ctx) => askErasure(ctx, randomUUID()));
	await platform.act(org, asAdmin, (ctx) =>
		placeHold(ctx, { key: randomUUID(), number: '', reason: 'A claim is expected.' }),
	);
	await beMistakenForAnother(platform, home);
	await platform.act(org, asAdmin, (ctx) =>
		chooseStep(ctx, { key: randomUUID(), step: 'mail', choice: 'later' }),
	);
	const all = { key: randomUUID() };
	await platform.act(org, asAdmin, (ctx) => retryMails(ctx, all, reachPeople));
	await platform.act(org, asAdmin, (ctx) => chooseMail(ctx, 'news', false));
	await platform.settled();
	await platform.db.inOrg(org.id, (tx) => linkAudit(tx, org.id, platform.now()));
}

/** A department gets another name; of three who look alike, two are one and the third is somebody else. */
async function beMistakenForAnother(platform: TestPlatform, home: TestOrg): Promise<void> {
	const { org, admin } = home;
	const [one, two, three] = [
		await home.add({ name: 'Kim Doe', email: 'kim1@lived.test' }),
		await home.add({ name: 'Kim Doe', email: 'kim2@lived.test' }),
		await home.add({ name: 'Kim Doe', email: 'kim3@lived.test' }),
	];
	await platform.act(org, as(admin), async (ctx) => {
		const department = (await ensureDepartments(ctx, ['Nursing'])).get('Nursing') ?? '';
		const name = { key: randomUUID(), name: 'Nursing and care', startsOn: ctx.today };
		await renameDepartment(ctx, department, name);
		await tellApart(ctx, randomUUID(), one.id, three.id);
		await mergePeople(ctx, { key: randomUUID(), from: two.id, into: one.id });
	});
}

/** A passkey and a question to one, a shared tablet, a PIN, and one that was wrong. */
async function signInEveryWay(platform: TestPlatform, home: TestOrg): Promise<void> {
	const { org, learner } = home;
	const place = { origin: 'https://learn.test', host: 'learn.test' };
	const tablet = await enabledTablet(platform, home);
	await choosePinOf(platform, learner, '270461');
	const tried = { number: 'no such badge', pin: '270461' };
	await platform.act(org, nobody, (ctx) => signInByBadge(ctx, tablet, tried));
	await platform.act(org, as(learner), async (ctx) => {
		const answer = softPasskey(place).create(await beginPasskey(ctx, place, learner.name));
		await addPasskey(ctx, place, { answer, name: 'My phone' });
		await beginPasskey(ctx, place, learner.name);
	});
}
