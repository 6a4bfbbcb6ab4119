import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addKeyOf, newKey, type TestKey } from '../../../../tests/harness/keys.ts';
import type { TwoOrgs } from '../../../../tests/harness/orgs.ts';
import {
	as,
	nobody,
	openTestPlatform,
	system,
	type TestPerson,
	type TestPlatform,
} from '../../../../tests/harness/platform.ts';
import { allRows, changes } from '../../../../tests/harness/rows.ts';
import { openText, sealText } from '../../platform/sealing/seal.ts';
import { leaveNote } from './leave-note.ts';
import { listNotes } from './list-notes.ts';

describe('a note', () => {
	let platform: TestPlatform;
	let orgs: TwoOrgs;
	let handler: TestPerson;
	let key: TestKey;
	beforeAll(async () => {
		platform = await openTestPlatform({ now: new Date('2026-11-20T23:59:12.345Z') });
		orgs = await platform.twoOrgs();
		handler = await orgs.here.add({ name: 'Hanna Lind', roles: ['handler'] });
	});
	afterAll(() => platform.close());

	const leave = (form: object, { org } = orgs.here) =>
		platform.act(org, nobody, (ctx) => leaveNote(ctx, { key: randomUUID(), ...form }));
	const notes = (person = handler) => platform.act(person.org, as(person), listNotes);

	it('is not taken while no handler has a key to open it', async () => {
		const changed = await changes(platform, async () => {
			await expect(leave({ words: 'canary words' })).rejects.toMatchObject({ code: 'busy' });
		});
		expect(changed).toEqual({});
		key = await addKeyOf(platform, handler);
	});

	it('is sealed before it is stored, with its day and nothing that tells who or when', async () => {
		const changed = await changes(platform, () => leave({ words: 'canary words\nof mine' }));
		expect(changed).toEqual({ sealed_note: '+1', form_key: '+1' });
		const rows = await allRows(platform);
		expect([...rows.values()].flat().join('\n')).not.toMatch(/canary|of mine/);
		const [note] = (rows.get('sealed_note') ?? []).map((row) => JSON.parse(row) as Record<string, unknown>);
		expect(Object.keys(note ?? {}).sort()).toEqual(['format', 'id', 'org_id', 'received_on', 'sealed']);
		expect(note).toMatchObject({ format: 1, received_on: '2026-11-20' });
		expect(String(note?.id)[14]).toBe('4'); // a random id, not one that holds the moment
		const form = (rows.get('form_key') ?? []).map((row) => JSON.parse(row) as Record<string, unknown>);
		expect(form.find(({ verb }) => verb === 'note.leave')).toMatchObject({
			at: '2026-11-20T00:00:00+00:00',
			result: null,
		});
		expect(await openText(String(note?.sealed), key.identity)).toBe('canary words\nof mine');
	});

	it('sealed in the browser is stored as it came, and the server never had its words', async () => {
		const sealed = await sealText('from a browser', [key.recipient]);
		await leave({ sealed });
		expect((await notes()).map((note) => note.sealed)).toContain(sealed);
	});

	it('sent twice, or many times at once, is one', async () => {
		const form = { key: randomUUID(), words: 'once' };
		const once = { sealed_note: '+1', form_key: '+1' };
		expect(await changes(platform, () => Promise.all([1, 2, 3, 4].map(() => leave(form))))).toEqual(once);
		expect(await changes(platform, () => leave(form))).toEqual({});
	});

	it.each<[string, object]>([
		['nothing', {}],
		['nothing but spaces', { words: ' \r\n ' }],
		['words and sealed words', { words: 'a', sealed: 'b' }],
		['words that are too long', { words: 'a'.repeat(10_001) }],
		['something sealed that is not', { sealed: 'canary in the open' }],
		['a key that is none', { key: '1', words: 'a' }],
		['something that is no text', { words: { toString: 'a' } }],
	])('of %s is refused and leaves nothing', async (_, form) => {
		const changed = await changes(platform, async () => {
			await expect(leave(form)).rejects.toMatchObject({ code: 'invalid_input' });
		});
		expect(changed).toEqual({});
	});

	it('is taken from nobody alone: somebody who is known cannot leave one', async () => {
		const changed = await changes(platform, async () => {
			for (const actor of [as(orgs.here.learner), as(handler), system]) {
				const attempt = platform.act(orgs.here.org, actor, (ctx) =>
					leaveNote(ctx, { key: randomUUID(), words: 'a' }),
				);
				await expect(attempt).rejects.toThrow('names who acts');
			}
		});
		expect(changed).toEqual({});
	});

	it('is seen, still sealed, by handlers of its organization and by nobody else', async () => {
		const other = await orgs.there.add({ name: 'Otto Klein', roles: ['handler'] });
		await addKeyOf(platform, other);
		await leave({ words: 'there' }, orgs.there);
		expect(await notes()).toHaveLength(3);
		expect(await notes(other)).toHaveLength(1);
		for (const person of [orgs.here.admin, orgs.here.learner]) {
			await expect(notes(person)).rejects.toMatchObject({ code: 'not_found' });
		}
		await expect(platform.act(orgs.here.org, nobody, listNotes)).rejects.toMatchObject({
			code: 'sign_in_required',
		});
		expect(Object.keys((await notes())[0] ?? {}).sort()).toEqual(['id', 'receivedOn', 'sealed']);
	});

	it('is listed by day, and within a day in an order that tells nothing', async () => {
		platform.clock.pass({ days: 1 });
		for (const words of ['a', 'b', 'c', 'd']) await leave({ words });
		const list = await notes();
		expect(list.map(({ receivedOn }) => receivedOn).slice(0, 5)).toEqual([
			...Array<string>(4).fill('2026-11-21'),
			'2026-11-20',
		]);
		const ids = list.slice(0, 4).map(({ id }) => id);
		expect(ids).toEqual([...ids].sort());
	});

	it('is sealed to every handler of now, and opened by none who was not one', async () => {
		const second = await orgs.here.add({ name: 'Mónica Salas', roles: ['handler'] });
		const [secondKey, stranger] = [await addKeyOf(platform, second), await newKey()];
		platform.clock.pass({ days: 1 });
		await leave({ words: 'for both' });
		const [note] = await notes();
		for (const { identity } of [key, secondKey])
			expect(await openText(note?.sealed ?? '', identity)).toBe('for both');
		await expect(openText(note?.sealed ?? '', stranger.identity)).rejects.toMatchObject({
			reason: 'not_for_you',
		});
	});
});
