import { eq, and } from 'drizzle-orm';
import type { Actor, Ctx, Org } from '../../platform/context.ts';
import { grantRole } from '../../platform/auth/server/session.ts';
import { listOrgs } from '../../platform/org/server/find-org.ts';
import { createOrg } from '../../platform/org/server/create-org.ts';
import type { Platform } from '../../platform/platform.ts';
import { applyImport } from '../../people/server/apply-import.ts';
import { stageImport } from '../../people/server/stage-import.ts';
import { parsePeopleFile } from '../../people/parse-people-file.ts';
import { person } from '../../people/server/schema.ts';
import { assignCourse } from '../../program/server/assign-course.ts';
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
	const { db } = upstander;
	const before = (await db.global(listOrgs)).find(({ kind }) => kind === 'demo');
	// The one that was just founded, not one looked up by name: a real organization may bear the demo's name.
	const org = before ?? (await createOrg(db, { name: demoName, kind: 'demo', language: 'en' }, upstander.now()));
	await upstander.act(org, { kind: 'system' }, (ctx) => fill(ctx, upstander.config.PUBLIC_URL ?? ''));
	return org;
}

/** Fills it in one transaction, so that a demo is whole or not there. Filling it again finds everything done. */
async function fill(ctx: Ctx, address: string): Promise<void> {
	if (ctx.org.kind !== 'demo') throw new Error('Only a demo organization is filled with invented people.');
	await ctx.tx.execute(`select pg_advisory_xact_lock(hashtextextended('demo:${ctx.org.id}', 0))`);
	if (await castMember(ctx, cast[0]?.number ?? '')) return;
	const parsed = parsePeopleFile(Buffer.from(inventPeopleFile(size)));
	if (typeof parsed === 'string') throw new Error(`The invented file cannot be read: ${parsed}`);
	const asAdmin = { ...ctx, actor: builder };
	await applyImport(asAdmin, await stageImport(asAdmin, parsed, crypto.randomUUID()));
	for (const { number, roles } of cast) {
		const id = await castMember(ctx, number);
		for (const role of roles) if (id) await grantRole(ctx, id, role);
	}
	const dueOn = new Date(ctx.now.getTime() + 21 * 24 * 3600_000).toISOString().slice(0, 10);
	await assignCourse(asAdmin, { key: crypto.randomUUID(), course, dueOn }, address);
	await takeCourse(ctx, course, cast.map(({ number }) => number));
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
	const [found] = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.number, number)));
	return found?.id;
}
