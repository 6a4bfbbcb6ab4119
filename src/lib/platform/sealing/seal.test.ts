import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKey } from './handler-key.ts';
import { currentFormat, openText, paddedSize, sealedTo, sealText } from './seal.ts';

const ageCommand = spawnSync('age', ['--version']).status === 0;

/** Sealed once and never again: whoever changes the format keeps reading these. */
const fixtures = [
	{
		format: 1,
		identity: 'AGE-SECRET-KEY-184PH29VU3WW0Z7YA7DN99FG0ZKSTXMMMXPH2ZNJCVP8M0R6GLP0QN5LLKL',
		words: 'Wednesday, the night shift. «¿Quién va a creerte?» 🌊\n\nI would like to talk to somebody first.',
	},
];

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** Seals a payload that this version of the software would not write. */
async function sealPayload(payload: string, recipient: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return armor.encode(await encrypter.encrypt(payload));
}

describe('sealText and openText', () => {
	it('give each of two recipients the words', async () => {
		const [ruth, victor] = [await makeKey(), await makeKey()];
		const sealed = await sealText('Night shift', [ruth.recipient, victor.recipient]);
		expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
		expect(await openText(sealed, ruth.identity)).toBe('Night shift');
		expect(await openText(sealed, victor.identity)).toBe('Night shift');
		expect(await openText(sealed.replaceAll('\n', '\r\n'), ruth.identity)).toBe('Night shift');
	});

	it('give any text back, broken surrogates included', async () => {
		const { identity, recipient } = await makeKey();
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 3000 }));
		const utf16 = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
		await fc.assert(
			fc.asyncProperty(fc.oneof(text, utf16), async (words) => {
				expect(await openText(await sealText(words, [recipient]), identity)).toBe(words);
			}),
		);
	});

	it('refuse to seal to nobody, or to somebody who is no recipient', async () => {
		const { recipient } = await makeKey();
		await expect(sealText('words', [])).rejects.toMatchObject({ reason: 'no_recipient' });
		await expect(sealText('words', [recipient, 'age1nobody'])).rejects.toMatchObject({
			reason: 'no_recipient',
		});
	});

	it('tell who holds another key that it is not for them', async () => {
		const [ruth, victor] = [await makeKey(), await makeKey()];
		const sealed = await sealText('Night shift', [ruth.recipient]);
		await expect(openText(sealed, victor.identity)).rejects.toMatchObject({
			name: 'SealError',
			reason: 'not_for_you',
		});
	});

	it('call unreadable what is damaged, of a later format or no sealed text', async () => {
		const { identity, recipient } = await makeKey();
		const sealed = await sealText('Night shift', [recipient]);
		const bytes = armor.decode(sealed);
		bytes[bytes.length - 1]! ^= 1;
		const damaged = [
			armor.encode(bytes),
			sealed.slice(0, 300),
			'Night shift',
			await sealPayload('{"format":2,"words":"Night shift"}', recipient),
			await sealPayload('{"format":1}', recipient),
			await sealPayload('null', recipient),
			await sealPayload('Night shift', recipient),
		];
		for (const file of damaged) {
			await expect(openText(file, identity)).rejects.toMatchObject({ reason: 'unreadable' });
		}
	});
});

describe('the size', () => {
	it('tells only the step', async () => {
		const { recipient } = await makeKey();
		const sizes = await Promise.all(
			['', 'No.', 'x'.repeat(990), 'x'.repeat(1500), 'x'.repeat(2000)].map(
				async (words) => (await sealText(words, [recipient])).length,
			),
		);
		expect(new Set(sizes.slice(0, 3)).size).toBe(1);
		expect(new Set(sizes.slice(3)).size).toBe(1);
		expect(sizes[3]).toBeGreaterThan(sizes[0]!);
	});

	it('is the next power of two, from 1 KiB', () => {
		expect([1, 1024, 1025, 2049, 30_026].map(paddedSize)).toEqual([1024, 1024, 2048, 4096, 32_768]);
	});
});

describe('every format ever written', () => {
	it('has a fixture', () => {
		expect(fixtures.map(({ format }) => format)).toEqual(
			Array.from({ length: currentFormat }, (_, n) => n + 1),
		);
	});

	it.each(fixtures)('stays readable: $format', async ({ format, identity, words }) => {
		expect(await openText(fixture(`format-${format}.age`), identity)).toBe(words);
	});

	it.skipIf(!ageCommand).each(fixtures)(
		'opens with the age command: $format',
		({ format, identity, words }) => {
			const key = join(mkdtempSync(join(tmpdir(), 'upstander-seal-')), 'key.txt');
			writeFileSync(key, identity);
			const age = spawnSync('age', ['--decrypt', '--identity', key], {
				input: fixture(`format-${format}.age`),
			});
			expect(age.stderr.toString()).toBe('');
			expect(JSON.parse(age.stdout.toString())).toEqual({ format, words });
		},
	);
});

describe('sealedTo', () => {
	it('names the kind of recipient, and nothing for what is not sealed', async () => {
		const { identity, recipient } = await makeKey();
		const sealed = await sealText('words', [recipient]);
		expect(sealedTo(sealed)).toBe('X25519');
		expect(sealedTo(identity)).toBeUndefined();
		expect(sealedTo(armor.encode(new TextEncoder().encode('words')))).toBeUndefined();
		expect(sealedTo('words')).toBeUndefined();
	});
});
