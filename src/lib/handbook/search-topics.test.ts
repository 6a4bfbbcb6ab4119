import { describe, expect, it } from 'vitest';
import { readHandbook } from './server/read-handbook.ts';
import { searchTopics } from './search-topics.ts';

const topics = readHandbook().flatMap((part) => part.topics);
const found = (asked: string, locale: 'en' | 'es' = 'en') =>
	searchTopics(topics, asked, locale).map(({ id }) => id);

describe('the search in the handbook', () => {
	it.each([
		['my link does not work', ['cannot-sign-in', 'sign-in']],
		['how do I print cards', ['cards']],
		['BambooHR', ['import']],
		['bounced mail', ['mail']],
		['reminders during parental leave', ['reminders', 'one-person']],
		['two people with the same number', ['duplicates', 'import-messages']],
		['forgot my pin', ['badge-and-pin', 'cannot-sign-in', 'help-sign-in']],
		['download csv', ['export']],
		['delete my data', ['your-data', 'data-protection']],
		['time zone', ['sites', 'reminders']],
		['passphrase lost', ['keys']],
	])('answers “%s”', (asked, best) => {
		expect(best).toContain(found(asked)[0]);
	});

	it.each([
		['olvide mi pin', ['badge-and-pin', 'cannot-sign-in', 'help-sign-in']],
		['imprimir tarjetas', ['cards']],
		['número repetido', ['import-messages', 'duplicates']],
		['CORREO RECHAZADO', ['mail']],
		['lanzar un curso', ['launch']],
		['borrar mis datos', ['your-data', 'data-protection']],
	])('answers “%s” in Spanish, with accents or without', (asked, best) => {
		expect(best).toContain(found(asked, 'es')[0]);
	});

	it('finds other forms of a word', () => {
		expect(found('importing')[0]).toMatch(/^import/);
		expect(found('reminded')).toContain('reminders');
		expect(found('recordatorio', 'es')).toContain('reminders');
	});

	it('shows the sentence that answers', () => {
		const [hit] = searchTopics(topics, 'card lost batch', 'en');
		expect(hit).toMatchObject({ id: 'cards', title: 'Sign-in cards' });
		expect(hit?.sentence).toBe('So if a batch is lost, print it again.');
	});

	it('understands the other language, and answers in one’s own', () => {
		const [hit] = searchTopics(topics, 'tarjetas', 'en');
		expect(hit).toMatchObject({ id: 'cards', title: 'Sign-in cards' });
	});

	it.each(['', '   ', 'xyzzy', '🙂', '%_\\', 'a'.repeat(5000)])('finds nothing for “%s”', (asked) => {
		expect(found(asked)).toEqual([]);
	});
});
