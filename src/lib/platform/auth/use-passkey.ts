import {
	startAuthentication,
	startRegistration,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Whether this browser, at this address, can use passkeys at all. */
export const canUsePasskeys = () => window.isSecureContext && 'PublicKeyCredential' in window;

/**
 * Signs in with a passkey of this device.
 * @param at where the question is asked; the answer goes to `answer` below it
 * @returns where to go, or undefined when it was refused or given up
 */
export async function signInWithPasskey(at: string): Promise<string | undefined> {
	return askDevice(at, (optionsJSON: PublicKeyCredentialRequestOptionsJSON) =>
		startAuthentication({ optionsJSON }),
	);
}

/** Adds a passkey of this device. @returns the same */
export async function addPasskeyHere(at: string, name: string): Promise<string | undefined> {
	return askDevice(
		at,
		(optionsJSON: PublicKeyCredentialCreationOptionsJSON) => startRegistration({ optionsJSON }),
		{ name },
	);
}

/** Fetches the question, lets the device answer, sends the answer. Whoever calls, says that it failed. */
async function askDevice<Options>(
	at: string,
	answerIt: (options: Options) => Promise<object>,
	more: Record<string, string> = {},
): Promise<string | undefined> {
	try {
		const answer = await answerIt(await send<Options>(at, {}));
		return (await send<{ to: string }>(`${at}/answer`, { ...more, answer: JSON.stringify(answer) })).to;
	} catch {
		return undefined; // the browser tells nobody why, so that pages cannot find out what a device holds
	}
}

async function send<Answer>(to: string, fields: Record<string, string>): Promise<Answer> {
	const response = await fetch(to, { method: 'POST', body: new URLSearchParams(fields) });
	if (!response.ok) throw new Error(`answered ${response.status}`);
	return (await response.json()) as Answer;
}
