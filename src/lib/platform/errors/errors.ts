/**
 * Everything that can go wrong on purpose: a code and the status it answers with. The sentence for each is the
 * interface message `error_<code>`, in the reader's language; a test holds the two lists together.
 */
export const catalogue = {
	not_found: 404,
	sign_in_required: 401,
	link_used: 410,
	busy: 503,
	not_first_run: 403,
	import_gone: 404,
	invalid_input: 400,
	last_admin: 409,
	passkey_refused: 403,
	person_unknown: 404,
	on_hold: 409,
} as const;

export type ErrorCode = keyof typeof catalogue;

/** An expected refusal. Anything else that is thrown is a bug. */
export class ExpectedError extends Error {
	readonly code: ErrorCode;
	readonly status: number;
	constructor(code: ErrorCode, options?: ErrorOptions) {
		super(code, options);
		this.name = 'ExpectedError';
		this.code = code;
		this.status = catalogue[code];
	}
}

/** Missing and forbidden look alike. */
export const notFound = () => new ExpectedError('not_found');
