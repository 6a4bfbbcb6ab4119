import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { ExpectedError, notFound } from '../../platform/errors/errors.ts';
import type { NewFact } from '../fact.ts';
import type { Fields } from '../fact-form.ts';
import type { Refusal } from '../refusal.ts';
import { sameValue } from '../same-value.ts';
import { accessPerson } from './access.ts';
import { onceOrRefuse, recordChecked } from './check-facts.ts';
import { readValue } from './change-person.ts';
import { factsOf } from './find-facts.ts';

const correctForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	startsOn: v.string(),
	/** It was never so, and nothing stands in its place. */
	never: v.optional(v.literal('yes')),
});

/**
 * Replaces a fact that was mistaken: by the right value, the right day, or by nothing. Both stay to be seen.
 * @param fields of the form of the fact's kind, with `key`, `startsOn` and perhaps `never`
 * @returns why it was not done, or nothing
 */
export async function correctFact(
	ctx: Ctx,
	personId: string,
	factId: string,
	fields: Fields,
): Promise<readonly Refusal[]> {
	await accessPerson(ctx, personId, 'change');
	const form = v.safeParse(correctForm, fields);
	if (!form.success) throw new ExpectedError('invalid_input');
	return onceOrRefuse(ctx, form.output.key, 'person.correct', async () => {
		const wrong = (await factsOf(ctx, [personId])).find(({ id }) => id === factId);
		if (!wrong) throw notFound();
		const { kind } = wrong;
		const value = form.output.never ? wrong.value : await readValue(ctx, kind, fields);
		if (typeof value === 'object' && value !== null && 'refusal' in value) return [value.refusal as Refusal];
		const same = sameValue(value, wrong.value);
		if (!form.output.never && same && form.output.startsOn === wrong.startsOn)
			return [{ reason: 'unchanged' }];
		const startsOn = form.output.never ? wrong.startsOn : form.output.startsOn;
		const right = { personId, kind, value, startsOn, corrects: factId, void: form.output.never === 'yes' };
		const refusals = await recordChecked(ctx, [right as NewFact]);
		if (refusals.length === 0) await audit(ctx, 'person.corrected', personId, { kind });
		return refusals;
	});
}
