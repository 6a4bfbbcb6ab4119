import type { Actor, Ctx, Org } from '../../platform/context.ts';
import { grantRole } from '../../platform/auth/server/session.ts';
import type { Platform } from '../../platform/platform.ts';
import { applyImport } from '../../people/server/apply-import.ts';
import { stageImport } from '../../people/server/stage-import.ts';
import { readPeople } from '../../people/import/read-people.ts';
import { idsByNumber } from '../../people/server/find-person.ts';
import { launchCourse } from '../../program/server/launch-course.ts';
import { cast, demoName } from '../cast.ts';
import { inventPeopleFile } from './invent-people.ts';
import { takeCourse } from './take-course.ts';

const course = 'stepping-in';
const size = 200;

/**
 * The demo organization: found, or built by the same verbs that people use, with the same file, course and answers
 * each time. It is an organization of its own kind from birth; a real one never becomes it.
 */
export async function ensureDemo(upstander: Platform): Promise<Org> {
	const { org } = await upstander.found(
		(orgs) => orgs.find(({ kind }) => kind === 'demo') ?? { name: demoName, kind: 'demo', language: 'en' },
		async (ctx, isNew) => {
			if (isNew) await fill(ctx, upstander.config.PUBLIC_URL ?? '');
		},
	);
	return org;
}

async function fill(ctx: Ctx, address: string): Promise<void> {
	const parsed = readPeople({ bytes: Buffer.from(inventPeopleFile(size)), today: ctx.today });
	if (typeof parsed === 'string') throw new Error(`The invented file cannot be read: ${parsed}`);
	const asAdmin = { ...ctx, actor: builder };
	await applyImport(asAdmin, await stageImport(asAdmin, parsed, crypto.randomUUID()));
	const ids = await idsByNumber(ctx);
	for (const { number, roles } of cast) {
		for (const role of roles) await grantRole(ctx, ids.get(number) ?? '', role);
	}
	const dueOn = new Date(ctx.now.getTime() + 21 * 24 * 3600_000).toISOString().slice(0, 10);
	await launchCourse(asAdmin, { key: crypto.randomUUID(), course, dueOn }, address);
	await takeCourse(
		ctx,
		course,
		cast.map(({ number }) => number),
	);
}

/** Nobody in particular, with the rights to build. Its id belongs to no account. */
const builder: Actor = {
	kind: 'person',
	accountId: '00000000-0000-7000-8000-000000000000',
	sessionId: '00000000-0000-7000-8000-000000000000',
	roles: new Set(['program_admin']),
};

/** The account of somebody of the cast. */
export async function castMember(ctx: Ctx, number: string): Promise<string | undefined> {
	ctx.asked.access = true; // who calls it has checked that this is the demo
	return (await idsByNumber(ctx)).get(number);
}
