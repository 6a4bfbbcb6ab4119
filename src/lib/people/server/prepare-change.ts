import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { FactKind } from '../fact.ts';
import { fieldsOf } from '../fact-form.ts';
import type { HistoryLine } from '../person-page.ts';
import { accessPerson } from './access.ts';
import { factsOf, type FactRow } from './find-facts.ts';
import { placeChoices, type NamedPlace } from './list-places.ts';
import { namesIn } from './present-fact.ts';
import { tellHistory } from './tell-history.ts';
import { personName } from './view-person.ts';

/** What a form about one fact begins with. */
export interface FactDesk {
	readonly name: string;
	readonly kind: FactKind;
	/** As the fact stands, if there is one. */
	readonly fields: Readonly<Record<string, string>>;
	readonly line: HistoryLine | null;
	readonly choices: { readonly sites: readonly NamedPlace[]; readonly departments: readonly NamedPlace[] };
	readonly today: string;
}

/** For the form that says that something is another from a day on. */
export async function prepareChange(ctx: Ctx, personId: string, kind: FactKind): Promise<FactDesk> {
	await accessPerson(ctx, personId, 'change');
	const facts = await factsOf(ctx, [personId]);
	const corrected = new Set(facts.map(({ corrects }) => corrects));
	const standing = facts.filter((fact) => fact.kind === kind && !fact.void && !corrected.has(fact.id));
	const now = standing.find(({ startsOn }) => startsOn <= ctx.today) ?? standing.at(-1);
	return desk(ctx, personId, kind, facts, now);
}

/** For the form that corrects a fact. */
export async function prepareCorrection(ctx: Ctx, personId: string, factId: string): Promise<FactDesk> {
	await accessPerson(ctx, personId, 'change');
	const facts = await factsOf(ctx, [personId]);
	const wrong = facts.find(({ id }) => id === factId);
	if (!wrong || wrong.void) throw notFound();
	return desk(ctx, personId, wrong.kind, facts, wrong);
}

async function desk(
	ctx: Ctx,
	personId: string,
	kind: FactKind,
	facts: FactRow[],
	fact: FactRow | undefined,
): Promise<FactDesk> {
	const lines = tellHistory(facts, await namesIn(ctx, facts), ctx.today);
	const number = kind === 'manager' && fact ? await numberOf(ctx, fact.value as string | null) : '';
	return {
		name: await personName(ctx, personId),
		kind,
		fields: fieldsOf(kind, fact?.value, () => number),
		line: lines.find(({ id }) => id === fact?.id) ?? null,
		choices: await placeChoices(ctx),
		today: ctx.today,
	};
}

async function numberOf(ctx: Ctx, personId: string | null): Promise<string> {
	const { rows } = await ctx.tx.execute<{ number: string }>(
		sql`select number from person where org_id = ${ctx.org.id} and id = ${personId}`,
	);
	return rows[0]?.number ?? '';
}
