import * as v from 'valibot';
import { roles } from '../platform/context.ts';

/** The thirtieth of February is written like a day, and is none. */
const exists = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

const optionalDay = v.pipe(
	v.string(),
	v.trim(),
	v.union([v.literal(''), v.pipe(v.string(), v.isoDate(), v.check(exists))]),
	v.transform((day) => day || null),
);

/** A role for somebody, from a day and, if wished, until a day, both included. */
export const roleForm = v.pipe(
	v.object({
		key: v.pipe(v.string(), v.uuid()),
		person: v.pipe(v.string(), v.uuid()),
		role: v.picklist(roles),
		from: optionalDay,
		until: optionalDay,
	}),
	v.check(({ from, until }) => !from || !until || from <= until),
);
export type RoleWish = v.InferOutput<typeof roleForm>;
