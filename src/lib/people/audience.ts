import * as v from 'valibot';
import { workerTypes } from './fact.ts';

const id = v.pipe(v.string(), v.uuid());
const day = v.pipe(v.string(), v.isoDate());
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120));
const some = <Item extends v.GenericSchema>(item: Item) =>
	v.optional(v.pipe(v.array(item), v.maxLength(20_000)), []);

/**
 * Whom something is for: everyone for whom each condition holds that is given; within one condition, any of its values.
 * Without any condition, everyone who works here.
 */
export const audienceSchema = v.object({
	sites: some(id),
	departments: some(id),
	/** These people and nobody else; an empty list is nobody. */
	people: v.optional(v.nullable(v.pipe(v.array(id), v.maxLength(20_000))), null),
	/** A country, or a state in it, where somebody works: at a site there, or from home. */
	places: some(v.object({ country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), region: v.nullable(words) })),
	workerTypes: some(v.picklist(workerTypes)),
	languages: some(v.picklist(['en', 'es'])),
	supervisors: v.optional(v.nullable(v.boolean()), null),
	/** First day of employment, from and until, both included. */
	hiredFrom: v.optional(v.nullable(day), null),
	hiredUntil: v.optional(v.nullable(day), null),
});
export type Audience = v.InferOutput<typeof audienceSchema>;

export const everyone: Audience = v.parse(audienceSchema, {});
