import * as v from 'valibot';

/** base64url, of any length that a device may send. */
const encoded = v.pipe(v.string(), v.maxLength(8192), v.regex(/^[\w-]*$/));
const outside = {
	id: v.pipe(encoded, v.nonEmpty(), v.maxLength(1400)),
	rawId: encoded,
	type: v.literal('public-key'),
	/** What extensions say, nobody here wants to know. */
	clientExtensionResults: v.optional(
		v.pipe(
			v.unknown(),
			v.transform(() => ({})),
		),
		{},
	),
};

const registration = v.object({
	...outside,
	response: v.object({
		clientDataJSON: encoded,
		attestationObject: encoded,
		transports: v.optional(
			v.array(v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])),
		),
	}),
});
const authentication = v.object({
	...outside,
	response: v.object({
		clientDataJSON: encoded,
		authenticatorData: encoded,
		signature: encoded,
		userHandle: v.optional(encoded),
	}),
});

/** What a device answered when a passkey was added, and the question that it claims to answer. */
export const readRegistration = (answer: unknown) => read(registration, answer);
/** What a device answered at the door, and the question that it claims to answer. */
export const readAuthentication = (answer: unknown) => read(authentication, answer);

interface HasClientData {
	readonly response: { readonly clientDataJSON: string };
}

/** @returns undefined when it is no answer of a device at all */
function read<Shape extends v.GenericSchema<unknown, HasClientData>>(shape: Shape, answer: unknown) {
	const parsed = v.safeParse(shape, answer);
	if (!parsed.success) return undefined;
	const response = parsed.output as v.InferOutput<Shape>;
	const challenge = challengeIn((response as HasClientData).response.clientDataJSON);
	return challenge === undefined ? undefined : { response, challenge };
}

function challengeIn(clientDataJSON: string): string | undefined {
	try {
		const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
			challenge?: unknown;
		} | null;
		return typeof data?.challenge === 'string' ? data.challenge : undefined;
	} catch {
		return undefined;
	}
}
