import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { factKinds } from '../fact.ts';
import { presenceOn, type PersonPage, type TeamMember } from '../person-page.ts';
import { accessPerson } from './access.ts';
import { factsOf } from './find-facts.ts';
import { tellHistory } from './tell-history.ts';
import { namesIn } from './present-fact.ts';
import { department, person, site } from './schema.ts';

/** What the page of one person shows to who asks; or who they turned out to be. */
export async function viewPerson(
	ctx: Ctx,
	personId: string,
): Promise<{ admin: PersonPage } | { team: TeamMember } | { goTo: string }> {
	const { sees } = await accessPerson(ctx, personId, 'see');
	if (sees === 'team') return { team: await teamMember(ctx, personId) };
	const page = await personPage(ctx, personId);
	return typeof page === 'string' ? { goTo: page } : { admin: page };
}

/** One's own facts and their history. */
export async function viewOwnFacts(ctx: Ctx): Promise<PersonPage> {
	const me = accessOwnAccount(ctx);
	const page = await personPage(ctx, me.accountId);
	if (typeof page === 'string') throw notFound();
	return page;
}

/** Somebody's name, for the head of a form. */
export async function personName(ctx: Ctx, personId: string): Promise<string> {
	const [row] = await ctx.tx
		.select({ given: person.givenName, family: person.familyName })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, personId)));
	return row ? `${row.given} ${row.family}`.trim() : '';
}

async function personPage(ctx: Ctx, personId: string): Promise<PersonPage | string> {
	const [row] = await ctx.tx
		.select({ person, language: account.language })
		.from(person)
		.innerJoin(account, and(eq(account.orgId, person.orgId), eq(account.id, person.id)))
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, personId)));
	if (!row) throw notFound();
	if (row.person.mergedInto !== null) return row.person.mergedInto;
	const { number, givenName, familyName, preferredName, hiredOn, endedOn, leaveFrom, leaveUntil } =
		row.person;
	const facts = await factsOf(ctx, [personId]);
	const names = await namesIn(ctx, facts);
	const history = tellHistory(facts, names, ctx.today);
	const standing = history.filter(({ corrected }) => corrected === null);
	return {
		id: personId,
		number,
		name: `${givenName} ${familyName}`.trim(),
		preferredName,
		language: row.language,
		presence: presenceOn(row.person, ctx.today),
		hiredOn,
		endedOn,
		leaveFrom,
		leaveUntil,
		now: factKinds
			.filter((kind) => kind !== 'employment' && kind !== 'leave')
			.map((kind) => {
				const own = standing.filter(({ fact }) => fact.kind === kind);
				// The latest day first: the first that has begun is so today, else the first to come.
				return own.find(({ toCome }) => !toCome) ?? own.at(-1) ?? { kind, unknown: true };
			}),
		history,
		reports: await countReports(ctx, personId),
		alsoNumbers: await numbersMergedInto(ctx, personId),
	};
}

async function countReports(ctx: Ctx, personId: string): Promise<number> {
	const [counted] = await ctx.tx
		.select({ people: count() })
		.from(person)
		.where(
			and(
				eq(person.orgId, ctx.org.id),
				eq(person.managerId, personId),
				isNull(person.mergedInto),
				sql`(${person.endedOn} is null or ${person.endedOn} >= ${ctx.today}::date)`,
			),
		);
	return counted?.people ?? 0;
}

async function numbersMergedInto(ctx: Ctx, personId: string): Promise<string[]> {
	const rows = await ctx.tx
		.select({ number: person.number })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.mergedInto, personId)))
		.orderBy(person.number);
	return rows.map(({ number }) => number);
}

async function teamMember(ctx: Ctx, personId: string): Promise<TeamMember> {
	const [row] = await ctx.tx
		.select({ person, site: site.name, department: department.name })
		.from(person)
		.leftJoin(department, and(eq(department.orgId, person.orgId), eq(department.id, person.departmentId)))
		.leftJoin(site, and(eq(site.orgId, person.orgId), eq(site.id, person.siteId)))
		.where(and(eq(person.orgId, ctx.org.id), eq(person.id, personId)));
	if (!row) throw notFound();
	const { id, givenName, familyName, jobTitle } = row.person;
	return {
		id,
		name: `${givenName} ${familyName}`.trim(),
		jobTitle,
		site: row.site,
		department: row.department,
		presence: presenceOn(row.person, ctx.today),
	};
}
