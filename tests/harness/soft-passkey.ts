import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a device would be told to answer differently, to see that it is refused. */
export interface Mischief {
	readonly origin?: string;
	readonly host?: string;
	readonly challenge?: string;
	readonly userHandle?: string;
	/** What the counter says; without it, it counts. */
	readonly counter?: number;
	/** Nobody touched the sensor or typed the device's PIN. */
	readonly unverified?: true;
	/** Signs with a key that nobody registered. */
	readonly foreignKey?: true;
}

/** A passkey in software: answers as a device does (WebAuthn level 3, ES256, no attestation). */
export interface SoftPasskey {
	readonly id: string;
	create(options: { challenge: string; user: { id: string } }, mischief?: Mischief): object;
	get(options: { challenge: string }, mischief?: Mischief): object;
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** @param home where it is at home: `origin` as the browser tells it, `host` as it is bound to */
export function softPasskey(home: { origin: string; host: string }): SoftPasskey {
	const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const credential = randomBytes(32);
	const id = base64url(credential);
	let counter = 0;
	let userHandle = '';

	const clientData = (type: string, challenge: string, mischief: Mischief) =>
		Buffer.from(
			JSON.stringify({
				type,
				challenge: mischief.challenge ?? challenge,
				origin: mischief.origin ?? home.origin,
				crossOrigin: false,
			}),
		);
	const authenticatorData = (mischief: Mischief, attested?: Buffer) => {
		const present = 0x01;
		const flags = present | (mischief.unverified ? 0 : 0x04) | (attested ? 0x40 : 0);
		const count = Buffer.alloc(4);
		count.writeUInt32BE(mischief.counter ?? (counter += 1));
		const parts = [sha256(mischief.host ?? home.host), Buffer.from([flags]), count];
		return Buffer.concat([...parts, attested ?? Buffer.alloc(0)]);
	};

	return {
		id,
		create({ challenge, user }, mischief = {}) {
			userHandle = user.id;
			const length = Buffer.alloc(2);
			length.writeUInt16BE(credential.length);
			const attested = Buffer.concat([Buffer.alloc(16), length, credential, coseKey(pair.publicKey)]);
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(authenticatorData(mischief, attested))],
			]);
			return answer(id, {
				clientDataJSON: base64url(clientData('webauthn.create', challenge, mischief)),
				attestationObject: base64url(isoCBOR.encode(attestation as never)),
				transports: ['internal'],
			});
		},
		get({ challenge }, mischief = {}) {
			const client = clientData('webauthn.get', challenge, mischief);
			const data = authenticatorData(mischief);
			const key = mischief.foreignKey
				? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
				: pair.privateKey;
			return answer(id, {
				clientDataJSON: base64url(client),
				authenticatorData: base64url(data),
				signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
				userHandle: mischief.userHandle ?? userHandle,
			});
		},
	};
}

const answer = (id: string, response: object) => ({
	id,
	rawId: id,
	type: 'public-key',
	clientExtensionResults: {},
	response,
});

/** A public key as COSE writes it: EC2, ES256, P-256. */
function coseKey(key: KeyObject): Buffer {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	const cose = new Map<number, unknown>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y, 'base64url'))],
	]);
	return Buffer.from(isoCBOR.encode(cose as never));
}
