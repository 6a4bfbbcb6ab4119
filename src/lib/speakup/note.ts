import * as v from 'valibot';
import { sealedTo } from '../platform/sealing/seal.ts';

/** Characters that a note has at most. */
export const noteLength = 10_000;

/** Characters that a sealed note has at most. 10,000 characters of any script, sealed to 150 handlers, stay below. */
export const sealedLength = 64 * 1024;

/** A field that the form sends empty was left out. Forms send line ends as CRLF, which counts one character twice. */
const optionalText = v.pipe(
	v.nullish(v.string(), ''),
	v.transform((text) => text.replaceAll('\r\n', '\n')),
	v.transform((text) => (text.trim() === '' ? undefined : text)),
);

/**
 * A note to the handlers, as the speak-up form sends it: `sealed` in the browser, or as `words` where there is no
 * JavaScript; exactly one of them. Unknown fields are dropped.
 */
export const noteForm = v.pipe(
	v.object({
		key: v.pipe(v.string(), v.uuid()),
		words: v.pipe(optionalText, v.optional(v.pipe(v.string(), v.maxLength(noteLength)))),
		sealed: v.pipe(
			optionalText,
			v.optional(
				v.pipe(
					v.string(),
					v.maxLength(sealedLength),
					v.check((file) => sealedTo(file) === 'X25519'),
				),
			),
		),
	}),
	v.check(({ words, sealed }) => (words === undefined) !== (sealed === undefined)),
);
/** A posted form, not checked yet: `Object.fromEntries(await request.formData())` will do. */
export type NoteForm = Partial<Record<'key' | 'words' | 'sealed', unknown>>;
