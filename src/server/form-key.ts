import * as v from 'valibot';
import { ExpectedError } from '../lib/platform/errors/errors.ts';

/** The random key that every form carries, so that sending it twice does nothing twice. */
export function formKey(data: FormData): string {
	const parsed = v.safeParse(v.pipe(v.string(), v.uuid()), data.get('key'));
	if (!parsed.success) throw new ExpectedError('invalid_input');
	return parsed.output;
}
