import * as v from 'valibot';
import { notFound } from '#lib/platform/errors/errors.ts';

/** The id in an address. What is no id, is not found. */
export function idIn(part: string): string {
	const id = v.safeParse(v.pipe(v.string(), v.uuid()), part);
	if (!id.success) throw notFound();
	return id.output;
}
