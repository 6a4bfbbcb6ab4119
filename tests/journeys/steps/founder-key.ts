import { makeKey, wrapWithPassphrase } from '../../../src/lib/platform/sealing/handler-key.ts';
import { sendForm } from './send-form.ts';
import type { Workplace } from './workplace.ts';

const made = new WeakMap<Workplace, Promise<string>>();

/** Gives the founder a key for sealed notes, once. @returns what opens them */
export function founderKey(workplace: Workplace, appUrl: string): Promise<string> {
	const key = made.get(workplace) ?? make(workplace, appUrl);
	made.set(workplace, key);
	return key;
}

async function make({ door, founderSession }: Workplace, appUrl: string): Promise<string> {
	const { identity, recipient } = await makeKey();
	const wrapped = await wrapWithPassphrase(identity, 'four words that do not rhyme');
	const form = { key: crypto.randomUUID(), recipient, wrapped, wrappedBy: 'passphrase' };
	await sendForm(`${appUrl}${door}/app/keys`, form, founderSession);
	return identity;
}
