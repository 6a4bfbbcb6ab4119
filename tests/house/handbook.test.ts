import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { readHandbook, readHandbookSource } from '../../src/lib/handbook/server/read-handbook.ts';
import { screenOf } from '../../src/lib/handbook/topic.ts';

const parts = readHandbook();
const topics = parts.flatMap((part) => part.topics.map((topic) => ({ ...topic, for: part.for })));
const languages = ['en', 'es'] as const;

/** Signed-in screens without a topic, and why. */
const withoutTopic: Record<string, string> = {};

const routes = join(projectRoot, 'src/routes');
const folders = globSync('**/+{page.svelte,page.server.ts,server.ts}', { cwd: routes }).map(
	(file) => `/${dirname(file).replaceAll('\\', '/')}`,
);
const pages = globSync('**/+page.svelte', { cwd: routes }).map(
	(file) => `/${dirname(file).replaceAll('\\', '/')}`,
);
const addresses = new Set(folders.map((folder) => folder.replace(/\/\([^/]+\)/g, '')));

describe('the handbook', () => {
	it('has a topic for every screen that one sees when signed in', () => {
		const screens = pages.map(screenOf).filter((screen) => screen !== undefined);
		expect(screens.length).toBeGreaterThan(20);
		// `/people/sites/new` is told with `/people/sites`; `/people` alone says too little of what is below it.
		const own = (screen: string) => topics.some((topic) => topic.screens.includes(screen));
		const above = (screen: string): string[] =>
			screen.split('/').length > 3 ? [screen, ...above(screen.slice(0, screen.lastIndexOf('/')))] : [screen];
		const told = (screen: string) => screen in withoutTopic || above(screen).some(own);
		expect(screens.filter((screen) => !told(screen))).toEqual([]);
	});

	it('names no screen that there is not', () => {
		const there = new Set([...addresses].map(screenOf));
		expect(topics.flatMap(({ screens }) => screens).filter((screen) => !there.has(screen))).toEqual([]);
	});

	it('opens each screen at one topic', () => {
		const screens = topics.flatMap((topic) => topic.screens);
		expect(screens.filter((screen, index) => screens.indexOf(screen) !== index)).toEqual([]);
	});

	it('holds no file that its contents leave out', () => {
		const written = Object.keys(readHandbookSource()).filter((file) => file.endsWith('.md'));
		expect(written.sort()).toEqual(
			topics.flatMap(({ id }) => languages.map((language) => `${language}/${id}.md`)).sort(),
		);
	});

	it.each(topics.map((topic) => [topic.id, topic] as const))(
		'%s says the same in both languages',
		(_, { text }) => {
			const shape = (html: string) =>
				[...html.matchAll(/<(h2|li|ol|ul|strong)>/g)].map(([, name]) => name).sort();
			expect(shape(text.es.html)).toEqual(shape(text.en.html));
			expect([...text.es.links].sort()).toEqual([...text.en.links].sort());
			expect(text.es.title).not.toBe(text.en.title);
		},
	);

	it.each(topics.map((topic) => [topic.id, topic] as const))(
		'%s links to what its readers may see',
		(id, topic) => {
			for (const link of topic.text.en.links) {
				const path = new URL(link, `http://here/o/[org]/app/help/${id}`).pathname
					.replaceAll('%5B', '[')
					.replaceAll('%5D', ']');
				const other = topics.find((one) => path === `/o/[org]/app/help/${one.id}`);
				expect(other !== undefined || addresses.has(path), `${link} leads nowhere`).toBe(true);
				const needs =
					other?.for ?? topics.find(({ screens }) => screens.includes(screenOf(path) ?? ''))?.for ?? [];
				// A topic for everybody leads to nothing that is for some alone.
				if (needs.length > 0)
					expect(topic.for.length, `${link} is not for all who read ${id}`).toBeGreaterThan(0);
			}
		},
	);

	it.each(languages)('is short and plain in %s', (language) => {
		for (const { id, text } of topics) {
			const { passages } = text[language];
			const words = (said: string) => said.split(/\s+/).length;
			const body = passages.filter(({ is }) => is === 'sentence' || is === 'heading').map(({ text }) => text);
			const total = body.reduce((sum, said) => sum + words(said), 0);
			expect(total, id).toBeGreaterThanOrEqual(80);
			expect(total, id).toBeLessThanOrEqual(250);
			expect(
				body.filter((said) => words(said) > 25),
				id,
			).toEqual([]);
			expect(
				body.filter((said) => said.includes('!') || said.includes('¡')),
				id,
			).toEqual([]);
		}
	});
});
