import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import { isPossibleDay, type RecordedFact } from '../contradictions.ts';
import { factKinds, type FactKind, type NewFact } from '../fact.ts';
import { readFactForm, type Fields } from '../fact-form.ts';
import type { Refusal } from '../refusal.ts';
import { sameValue } from '../same-value.ts';
import { accessPerson } from './access.ts';
import { onceOrRefuse, recordChecked } from './check-facts.ts';
import { factsOf } from './find-facts.ts';
import { findManager } from './find-manager.ts';
import { presentFacts } from './present-facts.ts';

export const changeForm = v.object({ key: v.pipe(v.string(), v.uuid()), startsOn: v.string() });

/** Whether this names a kind of fact. */
export const isFactKind = (kind: string): kind is FactKind => (factKinds as readonly string[]).includes(kind);

/**
 * Records that something is another from a day on: a promotion, a move, an end of work, a leave. What was before stays.
 * @param fields of the form of this kind, with `key` and `startsOn`
 * @returns why it was not done, or nothing
 */
export async function changePerson(
	ctx: Ctx,
	personId: string,
	kind: FactKind,
	fields: Fields,
): Promise<readonly Refusal[]> {
	await accessPerson(ctx, personId, 'change');
	const form = v.safeParse(changeForm, fields);
	if (!form.success) throw new ExpectedError('invalid_input');
	return onceOrRefuse(ctx, form.output.key, 'person.change', async () => {
		const facts = await readChange(ctx, personId, kind, fields, form.output.startsOn);
		if (!('facts' in facts)) return [facts];
		const refusals = await recordChecked(ctx, facts.facts);
		if (refusals.length === 0) await audit(ctx, 'person.changed', personId, { kind });
		return refusals;
	});
}

type Read = Refusal | { facts: NewFact[] };

async function readChange(
	ctx: Ctx,
	personId: string,
	kind: FactKind,
	fields: Fields,
	startsOn: string,
): Promise<Read> {
	const value = await readValue(ctx, kind, fields);
	if (typeof value === 'object' && value !== null && 'refusal' in value) return value.refusal;
	const fact = { personId, kind, value, startsOn } as NewFact;
	if (!isPossibleDay(startsOn)) return { facts: [fact] }; // which will be refused
	if (kind === 'leave') return { facts: await leaveFacts(ctx, fact, fields) };
	if (kind === 'employment') {
		return { facts: [{ ...fact, ...plannedBefore(await standing(ctx, personId), fact, ctx.today) }] };
	}
	const then = (await presentFacts(ctx, [personId], startsOn)).find((one) => one.kind === kind);
	const same = then && sameValue(then.value, value);
	// The same day again is a contradiction, which says what to do.
	return same && then.startsOn !== startsOn ? { reason: 'unchanged' } : { facts: [fact] };
}

/** What the form says, with whom it names looked up. */
export async function readValue(
	ctx: Ctx,
	kind: FactKind,
	fields: Fields,
): Promise<NewFact['value'] | { refusal: Refusal }> {
	if (kind === 'manager') {
		const found = await findManager(ctx, fields.manager ?? '');
		return typeof found === 'object' && found !== null ? { refusal: found } : found;
	}
	const value = readFactForm(kind, fields);
	return value === undefined ? { refusal: { reason: 'unreadable', field: kind } } : value;
}

/** A leave with its first day back, if it is known; or the return of somebody who is away. */
async function leaveFacts(ctx: Ctx, fact: NewFact, fields: Fields): Promise<NewFact[]> {
	if (fact.value === 'back') {
		return [{ ...fact, ...plannedBefore(await standing(ctx, fact.personId), fact, ctx.today) }];
	}
	const until = (fields.until ?? '').trim();
	if (until === '') return [fact];
	return [fact, { personId: fact.personId, kind: 'leave', value: 'back', startsOn: until }];
}

/** An end or a return that was planned for another day is corrected, not followed by a second one. */
function plannedBefore(facts: readonly RecordedFact[], fact: NewFact, today: string): { corrects?: string } {
	const last = facts
		.filter(({ kind }) => kind === fact.kind)
		.sort((a, b) => a.startsOn.localeCompare(b.startsOn))
		.at(-1);
	return last && last.value === fact.value && last.startsOn >= today ? { corrects: last.id } : {};
}

async function standing(ctx: Ctx, personId: string): Promise<RecordedFact[]> {
	const facts = await factsOf(ctx, [personId]);
	const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
	return facts.filter((fact) => !fact.void && !corrected.has(fact.id));
}
