import * as v from 'valibot';
import { dimensions, progressStates, type Dimension } from './progress.ts';

/** By what a course's people can be told apart on a page; `all` is no choice. */
export const groupings = dimensions.filter((one): one is Grouping => one !== 'all');
export type Grouping = Exclude<Dimension, 'all'>;

/** In an address: those of whom it is not known, such as people without a site. */
export const none = 'none';

const id = v.union([v.pipe(v.string(), v.uuid()), v.literal(none)]);
const optional = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.fallback(v.optional(schema), undefined);

/** Which people of a course, as the address of a page says it. Whatever does not fit is left out. */
const filterSchema = v.object({
	site: optional(id),
	department: optional(id),
	manager: optional(id),
	launch: optional(id),
	language: optional(v.picklist(['en', 'es'])),
	place: optional(v.union([v.pipe(v.string(), v.regex(/^[A-Z]{2}(-.{1,200})?$/)), v.literal(none)])),
	state: optional(v.picklist([...progressStates, 'left'])),
	search: optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100))),
	sort: optional(v.picklist(['name', 'due'])),
});
export type ProgressFilter = v.InferOutput<typeof filterSchema>;

export function readFilter(params: URLSearchParams): ProgressFilter {
	return v.parse(filterSchema, Object.fromEntries(params));
}

/** The choice of an address, else by site. */
export function readGrouping(params: URLSearchParams): Grouping {
	const wanted = params.get('by');
	return groupings.find((known) => known === wanted) ?? 'site';
}

/** The same filter as the end of an address, such as `?site=…`; empty for none. */
export function filterQuery(filter: ProgressFilter): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
	return query.size > 0 ? `?${query}` : '';
}
