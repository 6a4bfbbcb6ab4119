import * as v from 'valibot';

/** What is known of people with dates. The words are messages `people_fact_<kind>`. */
export const factKinds = [
	'name',
	'email',
	'jobTitle',
	'supervisor',
	'department',
	'manager',
	'workPlaces',
	'workerType',
	'employment',
	'leave',
] as const;
export type FactKind = (typeof factKinds)[number];

export const workerTypes = [
	'employee',
	'seasonal',
	'temporary',
	'contractor',
	'intern',
	'volunteer',
] as const;
export type WorkerType = (typeof workerTypes)[number];

const id = v.pipe(v.string(), v.uuid());
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
/** In percent; the shares of one person need not add up to a hundred. */
const share = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** One of an organization's sites, or the home from which somebody works. */
const workPlace = v.union([
	v.strictObject({ site: id, share }),
	v.strictObject({
		/** ISO 3166-1 alpha-2. */
		country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
		/** ISO 3166-2 without the country, such as `CA`, where it is known. */
		region: v.nullable(words),
		city: v.nullable(words),
		share,
	}),
]);
export type WorkPlace = v.InferOutput<typeof workPlace>;

/** What each kind of fact says. Null: there is none, or it is not known, from this day on. */
export const factSchemas = {
	name: v.strictObject({ givenName: v.string(), familyName: v.string() }),
	email: v.nullable(v.pipe(v.string(), v.maxLength(254))),
	jobTitle: v.nullable(words),
	/** Whether they direct the work of others. */
	supervisor: v.nullable(v.boolean()),
	/** A department's id. */
	department: v.nullable(id),
	/** The id of the person they report to. */
	manager: v.nullable(id),
	workPlaces: v.pipe(v.array(workPlace), v.maxLength(12), v.readonly()),
	workerType: v.nullable(v.picklist(workerTypes)),
	/** The day of `ended` is the last day of work. */
	employment: v.picklist(['employed', 'ended']),
	/** The day of `back` is the first day back at work. */
	leave: v.picklist(['on', 'back']),
} as const;

export type FactValues = { [Kind in FactKind]: v.InferOutput<(typeof factSchemas)[Kind]> };

/** A fact to be recorded. */
export type NewFact = {
	[Kind in FactKind]: {
		readonly personId: string;
		readonly kind: Kind;
		readonly value: FactValues[Kind];
		/** The day from which it counts, `YYYY-MM-DD`. */
		readonly startsOn: string;
		/** The fact that this one replaces as mistaken. */
		readonly corrects?: string;
		/** Says that the corrected fact was never so, without another in its place. */
		readonly void?: boolean;
	};
}[FactKind];
