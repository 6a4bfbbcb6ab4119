import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrapWithPassphrase } from '../../src/lib/platform/sealing/handler-key.ts';
import type { RunningApp } from '../harness/app.ts';
import { become, castMember } from './steps/cast.ts';
import { inspect } from './steps/inspect.ts';
import { leaveNote } from './steps/leave-note.ts';
import { look } from './steps/look.ts';
import { insertPasskeyDevice } from './steps/passkey-device.ts';
import { wordsIn } from './steps/words.ts';
import { expect, test } from './steps/workplace.ts';

/** Notes are sealed to two handlers. Each opens them in a browser of their own, and nobody else does. */

const [english, spanish] = [wordsIn('en'), wordsIn('es')];
const passphrase = 'cuatro palabras que nadie junta';
const [canary, second] = [`canary-${crypto.randomUUID()}`, `canary-${crypto.randomUUID()}`];

test.describe.configure({ mode: 'serial' });
test.describe('two handlers, each with a key of their own', { tag: '@desk' }, () => {
	test.use({ allowed: [/status of 404/] });

	test('make their keys, open what a nurse wrote, and nobody else does', async ({ visitor, demoDoor }) => {
		const daniel = await visitor();
		await insertPasskeyDevice(daniel);
		await daniel.goto(demoDoor);
		await become(daniel, castMember('handler'), english);
		await daniel.goto(`${demoDoor}/app/notes`);
		await look(daniel);
		await daniel.getByRole('link', { name: english.speakup_notes_make_key() }).click();
		await expect(daniel.getByText(english.keys_none())).toBeVisible();
		await look(daniel);
		await daniel.getByRole('button', { name: english.keys_passkey() }).click();
		await expect(daniel.getByText(english.keys_made())).toBeVisible();
		await look(daniel);

		const monica = await visitor({ locale: 'es-US' });
		await monica.goto(demoDoor);
		await become(monica, castMember('handler2'), spanish);
		await monica.goto(`${demoDoor}/app/keys`);
		await monica.getByLabel(spanish.keys_passphrase()).fill('muy corta');
		await monica.getByRole('button', { name: spanish.keys_passphrase_submit() }).click();
		await expect(monica.getByText(spanish.keys_passphrase_short())).toBeVisible();
		await look(monica);
		await monica.getByLabel(spanish.keys_passphrase()).fill(passphrase);
		await monica.getByRole('button', { name: spanish.keys_passphrase_submit() }).click();
		await expect(monica.getByText(spanish.keys_made())).toBeVisible({ timeout: 20_000 });

		// A nurse leaves one note on her phone, and another with a browser that runs no scripts.
		const nurse = await visitor({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
		await nurse.goto(demoDoor);
		await become(nurse, castMember('learner'), english);
		await nurse.goto(`${demoDoor}/speak-up`);
		await leaveNote(nurse, `Room nine, ten past three. ${canary}`, english);
		const plain = await visitor({ javaScriptEnabled: false });
		await plain.goto(`${demoDoor}/speak-up`);
		await leaveNote(plain, `At the desk on four. ${second}`, english);

		await daniel.goto(`${demoDoor}/app/notes`);
		await expect(daniel.getByText(english.speakup_notes_closed(), { exact: true })).toHaveCount(2);
		await daniel.getByRole('button', { name: english.speakup_notes_open_passkey() }).click();
		for (const word of [canary, second]) await expect(daniel.getByText(word)).toBeVisible();
		await look(daniel);

		await monica.goto(`${demoDoor}/app/notes`);
		const field = monica.getByLabel(spanish.speakup_notes_passphrase());
		const open = monica.getByRole('button', { name: spanish.speakup_notes_open_passphrase() });
		await field.fill('otras palabras que no son');
		await open.click();
		await expect(monica.getByText(spanish.speakup_notes_wrong())).toBeVisible({ timeout: 20_000 });
		await expect(monica.getByText(canary)).toHaveCount(0);
		await look(monica);
		await field.fill(passphrase);
		await open.click();
		await expect(monica.getByText(canary)).toBeVisible({ timeout: 20_000 });
		await expect(monica.getByText(second)).toBeVisible();
		// Leaving the page forgets the words.
		await monica.reload();
		await expect(monica.getByText(spanish.speakup_notes_closed(), { exact: true })).toHaveCount(2);

		// To somebody without the role there is no such page.
		for (const page of ['notes', 'people', 'program', 'outbox']) {
			expect((await nurse.goto(`${demoDoor}/app/${page}`))?.status(), page).toBe(404);
		}
		await look(nurse);
	});

	test('nothing under the data folder holds their words', async ({ app }) => {
		test.skip(process.env.TEST_DATABASE_URL !== undefined, 'a given server keeps its files where it likes');
		const control = `control-${crypto.randomUUID()}`;
		await inspect(app, 'create table canary_control (words text)');
		await inspect(app, 'insert into canary_control values ($1)', [control]);
		await inspect(app, 'checkpoint');
		expect(filesWith(app, control).length, 'a text that is not sealed is found').toBeGreaterThan(0);
		for (const word of [canary, second]) {
			expect(filesWith(app, word)).toEqual([]);
			expect(app.output()).not.toContain(word);
		}
		await inspect(app, 'drop table canary_control');
	});

	test('the age command opens them too', async ({ app }) => {
		test.skip(spawnSync('age', ['--version']).error !== undefined, 'the age command is not installed');
		const [key] = await inspect<{ wrapped: string }>(
			app,
			"select wrapped from sealing_key where wrapped_by = 'passphrase'",
		);
		const notes = await inspect<{ sealed: string }>(app, 'select sealed from sealed_note');
		const folder = mkdtempSync(join(tmpdir(), 'upstander-age-'));
		const file = join(folder, 'key.txt');
		writeFileSync(file, await unwrapWithPassphrase(key?.wrapped ?? '', passphrase), { mode: 0o600 });
		const opened = notes.map(
			({ sealed }) => spawnSync('age', ['-d', '-i', file], { input: sealed, encoding: 'utf8' }).stdout,
		);
		rmSync(folder, { recursive: true });
		for (const word of [canary, second])
			expect(opened.filter((words) => words.includes(word))).toHaveLength(1);
	});
});

/** Files in which a text stands as it is. Only a private database lies under the data folder. */
function filesWith(app: RunningApp, text: string): string[] {
	const needle = Buffer.from(text);
	return readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => read(file).includes(needle));
}

/** A file that PostgreSQL removes meanwhile holds nothing anymore. */
function read(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		return Buffer.alloc(0);
	}
}
