import * as v from 'valibot';
import { workerTypes } from './fact.ts';
import { presences } from './person-page.ts';

/** What may be missing of somebody: what rules, mails and lists ask for. The words are `people_missing_<fact>`. */
export const missingFacts = ['email', 'place', 'manager', 'department', 'jobTitle', 'hiredOn'] as const;

const one = <Item extends v.GenericSchema>(item: Item) =>
	v.optional(v.fallback(v.nullable(item), null), null);

/** What a list of people is narrowed to; what cannot be read narrows nothing. */
export const peopleFilterSchema = v.object({
	search: v.optional(
		v.pipe(
			v.string(),
			v.trim(),
			v.transform((text) => text.slice(0, 100)),
		),
		'',
	),
	site: one(v.pipe(v.string(), v.uuid())),
	department: one(v.pipe(v.string(), v.uuid())),
	workerType: one(v.picklist(workerTypes)),
	presence: one(v.picklist(presences)),
	missing: one(v.picklist(missingFacts)),
});
export type PeopleFilter = v.InferOutput<typeof peopleFilterSchema>;
