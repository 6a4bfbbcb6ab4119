import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	makeKey,
	passphraseIsLongEnough,
	unwrapWithPasskey,
	unwrapWithPassphrase,
	wrapWithPassphrase,
} from './handler-key.ts';
import { sealText } from './seal.ts';

const ageCommand = spawnSync('age', ['--version']).status === 0;
const passphrase = 'seven otters under the café';

/** A key wrapped once and never again: whoever changes how keys are wrapped keeps reading it. */
const wrappedOnce = readFileSync(new URL('fixtures/key-format-1.age', import.meta.url), 'utf8');
const identityOnce = 'AGE-SECRET-KEY-1PXPZ5AXEFTFTYYNHKVK6Y8XVZ0NDPRFUHATUK302YFG2TRSAJ59QALTR2N';

describe('a key wrapped with a passphrase', () => {
	it('comes back', async () => {
		const { identity } = await makeKey();
		const wrapped = await wrapWithPassphrase(identity, passphrase);
		expect(wrapped).not.toContain(identity);
		expect(await unwrapWithPassphrase(wrapped, passphrase)).toBe(identity);
	});

	it('stays readable, however the device composes letters', async () => {
		expect(await unwrapWithPassphrase(wrappedOnce, passphrase.normalize('NFD'))).toBe(identityOnce);
	});

	it('tells a wrong passphrase from a wrong file and a damaged one', async () => {
		const { identity, recipient } = await makeKey();
		const other = await sealText(identity, [recipient]);
		const attempt = (file: string) => unwrapWithPassphrase(file, 'seven badgers on the roof');
		await expect(attempt(wrappedOnce)).rejects.toMatchObject({ reason: 'wrong_passphrase' });
		await expect(attempt(other)).rejects.toMatchObject({ reason: 'not_for_you' });
		await expect(attempt(wrappedOnce.slice(0, 200))).rejects.toMatchObject({ reason: 'unreadable' });
		await expect(unwrapWithPasskey(wrappedOnce)).rejects.toMatchObject({ reason: 'not_for_you' });
	});

	it('needs a long one', async () => {
		expect(passphraseIsLongEnough('fifteen letters')).toBe(false);
		expect(passphraseIsLongEnough('sixteen letters!')).toBe(true);
		expect(passphraseIsLongEnough(' '.repeat(20))).toBe(false);
		await expect(wrapWithPassphrase('AGE-SECRET-KEY-1', 'short')).rejects.toThrow('too short');
	});
});

describe('a key', () => {
	it.skipIf(!ageCommand)('opens with the age command what was sealed to it', async () => {
		const { identity, recipient } = await makeKey();
		const file = join(mkdtempSync(join(tmpdir(), 'upstander-key-')), 'key.txt');
		writeFileSync(file, `# format: 1\n${identity}\n`);
		const input = await sealText('Night shift', [recipient]);
		const age = spawnSync('age', ['--decrypt', '--identity', file], { input });
		expect(age.stderr.toString()).toBe('');
		expect(JSON.parse(age.stdout.toString())).toEqual({ format: 1, words: 'Night shift' });
	});
});
