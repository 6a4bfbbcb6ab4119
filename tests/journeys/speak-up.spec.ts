import { openText } from '../../src/lib/platform/sealing/seal.ts';
import { founderKey } from './steps/founder-key.ts';
import { inspect } from './steps/inspect.ts';
import { leaveNote } from './steps/leave-note.ts';
import { look } from './steps/look.ts';
import { followLink } from './steps/sign-in.ts';
import { along, waysOf } from './steps/ways.ts';
import { openWiretap, type Wiretap } from './steps/wiretap.ts';
import { expect, test as base } from './steps/workplace.ts';

/** Somebody who is signed in speaks up, and nothing that is sent or stored tells who. */

const test = base.extend<{ wiretap: Wiretap }>({
	wiretap: async ({ app }, use) => {
		const wiretap = await openWiretap(app.port);
		await use(wiretap);
		wiretap.close();
	},
	baseURL: ({ wiretap }, use) => use(wiretap.url),
});

interface StoredNote {
	id: string;
	sealed: string;
	received_on: Date;
}

for (const way of waysOf(0)) {
	const { name, details, settings } = along(way);
	test.describe(name, details, () => {
		test.use(settings);

		test('a note is left by nobody', async ({ page, app, wiretap, workplace, words, language }) => {
			const identity = await founderKey(workplace, app.url);
			const { invitation } = await workplace.newcomer(language);
			await followLink(
				page,
				invitation.replace(app.url, wiretap.url).replace(`127.0.0.1:${app.port}`, new URL(wiretap.url).host),
				words,
			);
			// Also once the framework is there, it must not be what opens the page.
			await page.waitForLoadState('networkidle');
			await page.getByRole('main').getByRole('link', { name: words.learning_today_speak_up() }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.speakup_title());
			await look(page);
			const before = await notes();
			const canary = `canary-${crypto.randomUUID()}`;
			const note = `Turno de noche, planta 4.\n\n${canary} & más: “é”.`;
			await leaveNote(page, note, words);
			await look(page);

			// What the browser sent: with scripts the words never left it; without, they did, which proves the tap.
			expect(wiretap.sent().includes(canary)).toBe(!way.scripts);
			const sent = wiretap.requests();
			const apart = sent.filter(
				({ path }) => !path.startsWith(`${workplace.door}/app`) && !path.includes('/sign-in/'),
			);
			const kinds = apart.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
			expect(kinds).toContain(`GET ${workplace.door}/speak-up`);
			expect(kinds.filter((kind) => kind.includes('__data.json'))).toEqual([]);
			expect(kinds).toContain(`POST ${workplace.door}/speak-up`);
			expect(kinds.some((kind) => kind.startsWith('GET /speak-up/speak-up.js'))).toBe(way.scripts);
			expect(apart.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
			const signedIn = sent.filter(({ path }) => path.startsWith(`${workplace.door}/app`));
			expect(signedIn.some(({ headers }) => headers.cookie?.startsWith('upstander='))).toBe(true);

			// What is stored: sealed, with the day, and no trace of who.
			const after = await notes();
			const [stored, ...others] = after.filter(({ id }) => !before.some((old) => old.id === id));
			expect(others).toEqual([]);
			expect(Object.keys(stored ?? {}).sort()).toEqual(['format', 'id', 'org_id', 'received_on', 'sealed']);
			expect(await openText(stored?.sealed ?? '', identity)).toBe(note);
			const people = await inspect<{ id: string }>(app, 'select id from account');
			for (const { id } of people) expect(JSON.stringify(stored)).not.toContain(id);

			function notes(): Promise<StoredNote[]> {
				return inspect<StoredNote>(app, 'select * from sealed_note');
			}
		});
	});
}

test.describe('with JavaScript', { tag: '@phone' }, () => {
	test('the page brings no framework, and leaving it leaves no way back', async ({
		page,
		context,
		app,
		wiretap,
		workplace,
		words,
	}) => {
		await founderKey(workplace, app.url);
		await context.route('https://www.google.com/**', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
		);
		await page.goto(workplace.door, { waitUntil: 'networkidle' });
		wiretap.forget();
		// An address that was typed, as behind a poster's QR code: nothing was loaded before.
		await page.goto(`${workplace.door}/speak-up`);
		await page.getByLabel(words.speakup_note_words()).focus();
		await page.waitForLoadState('networkidle');
		const scripts = wiretap.requests().filter(({ path }) => path.includes('.js'));
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.filter(({ path }) => !path.startsWith('/speak-up/'))).toEqual([]);

		await page.getByRole('link', { name: words.ui_leave_page() }).click();
		await expect(page).toHaveTitle('Weather');
		await page.goBack();
		expect(new URL(page.url()).pathname).toBe(workplace.door);
	});
});
