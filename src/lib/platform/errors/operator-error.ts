/** Something that whoever runs Upstander can mend. The message says what, in words; a stack would add nothing. */
export class OperatorError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'OperatorError';
	}
}
