import { randomUUID } from 'node:crypto';
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { addSealingKey } from '../../src/lib/platform/sealing/server/add-key.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';
import { as, type TestPerson } from './actors.ts';

export interface TestKey {
	/** Opens what was sealed to it; no server ever has it. */
	readonly identity: string;
	readonly recipient: string;
	/** As the handler's browser sends it. */
	readonly form: { key: string; recipient: string; wrapped: string; wrappedBy: 'passphrase' };
}

/** Makes a handler's key as a browser does, with a passphrase that is quick to check. */
export async function newKey(): Promise<TestKey> {
	const identity = await generateX25519Identity();
	const recipient = await identityToRecipient(identity);
	const wrapper = new Encrypter();
	wrapper.setPassphrase('correct horse battery staple');
	wrapper.setScryptWorkFactor(2);
	const wrapped = armor.encode(await wrapper.encrypt(identity));
	return { identity, recipient, form: { key: randomUUID(), recipient, wrapped, wrappedBy: 'passphrase' } };
}

/** Makes a key and adds it as this handler's. */
export async function addKeyOf(platform: Platform, handler: TestPerson): Promise<TestKey> {
	const key = await newKey();
	await platform.act(handler.org, as(handler), (ctx) => addSealingKey(ctx, key.form));
	return key;
}
