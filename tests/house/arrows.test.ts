import { describe, expect, it } from 'vitest';
import { areaArrows, flow, secondFlow } from '../../tools/arrows.ts';
import { findBrokenArrows } from '../../tools/house/find-broken-arrows.ts';
import { readSources } from '../../tools/house/import-graph.ts';

/** What is wrong with a house of these few files. */
const broken = (files: Record<string, string>) => findBrokenArrows(new Map(Object.entries(files)));

describe('the arrows of the house', () => {
	it('are followed by every file', () => {
		const sources = readSources();
		expect(sources.size).toBeGreaterThan(100); // else the test has looked at nothing
		expect(findBrokenArrows(sources)).toEqual([]);
	});

	it('point forward in the list itself, apart from the base and the demo', () => {
		const order = [flow, secondFlow].map((stream) => [...stream] as string[]);
		for (const [from, targets] of Object.entries(areaArrows)) {
			const stream = order.find((areas) => areas.includes(from));
			if (!stream) continue;
			for (const to of targets.filter((area) => area !== 'people')) {
				expect(stream.indexOf(to), `${from} → ${to}`).toBeGreaterThan(stream.indexOf(from));
			}
		}
		expect(areaArrows.people).toEqual([]);
	});
});

describe('a broken arrow is found', () => {
	const cases: [string, Record<string, string>, RegExp][] = [
		[
			'backward between areas',
			{ 'lib/learning/course.ts': `import { progress } from '../program/progress.ts';` },
			/^lib\/learning\/course\.ts:1 imports lib\/program\/progress\.ts: learning may not know program, because areas talk forward/,
		],
		[
			'from the base',
			{ 'lib/people/person.ts': `import '../learning/course.ts';` },
			/people may not know learning/,
		],
		[
			'as a type',
			{ 'lib/people/person.ts': `import type { A } from '#lib/law/rule.ts';` },
			/people may not know law/,
		],
		[
			'as a type in passing',
			{ 'lib/people/a.ts': `type A = import('../law/b.ts').A;` },
			/people may not know law/,
		],
		['later on', { 'lib/people/a.ts': `const b = await import('../law/b.ts');` }, /people may not know law/],
		[
			'as a re-export',
			{ 'lib/people/a.ts': `\nexport { b } from '../law/b.ts';` },
			/^lib\/people\/a\.ts:2 imports/,
		],
		[
			'from the platform',
			{ 'lib/platform/a.ts': `import '../people/person.ts';` },
			/the platform carries the areas/,
		],
		[
			'from the design system',
			{ 'lib/ui/A.svelte': `<p>\n</p>\n<script lang="ts">\n\timport '#lib/platform/context.ts';\n</script>` },
			/^lib\/ui\/A\.svelte:4 .*ui may not know platform/,
		],
		[
			'into a route',
			{ 'lib/people/a.ts': `import '../../routes/+layout.ts';` },
			/people may not know routes/,
		],
		['from an unknown area', { 'lib/gossip/a.ts': '' }, /a room that tools\/arrows\.ts does not know/],
		[
			'into another area’s tables',
			{ 'lib/program/server/a.ts': `import '../../people/server/schema.ts';` },
			/own verbs/,
		],
		[
			'from a component into server/',
			{ 'lib/people/A.svelte': `<script>import './server/a.ts';</script>` },
			/browser/,
		],
		[
			'from outside into server/',
			{ 'lib/people/a.ts': `import { b } from './server/b.ts';` },
			/safe for the browser/,
		],
		[
			'from a shared page file into server/',
			{ 'routes/+page.ts': `import '#lib/people/server/a.ts';` },
			/safe for/,
		],
		['to SvelteKit', { 'lib/people/a.ts': `import { page } from '$app/state';` }, /without SvelteKit/],
		['to the database', { 'lib/people/server/a.ts': `import pg from 'pg';` }, /handed down in ctx/],
		['to the queue', { 'routes/+page.server.ts': `import { PgBoss } from 'pg-boss';` }, /handed down in ctx/],
		[
			'from the reporter to the handler, over another file',
			{
				'routes/o/[org]/speak-up/+page.server.ts': `import '#lib/speakup/server/leave-note.ts';`,
				'lib/speakup/server/leave-note.ts': `import './between.ts';`,
				'lib/speakup/server/between.ts': `import './list-notes.ts';`,
				'lib/speakup/server/list-notes.ts': '',
			},
			/leave-note\.ts → lib\/speakup\/server\/between\.ts → lib\/speakup\/server\/list-notes\.ts: the reporter's side/,
		],
		[
			'in a circle',
			{ 'lib/people/a.ts': `import './b.ts';`, 'lib/people/b.ts': `import './a.ts';` },
			/in a circle: lib\/people\/a\.ts → lib\/people\/b\.ts → lib\/people\/a\.ts/,
		],
		['as a barrel', { 'lib/people/index.ts': '' }, /is a barrel/],
		['as an empty name', { 'lib/people/utils.ts': '' }, /is called "utils"/],
		['as an empty folder name', { 'lib/people/services/a.ts': '' }, /is called "services"/],
	];
	it.each(cases)('%s', (_, files, words) => {
		const found = broken(files);
		expect(
			found.some((problem) => words.test(problem)),
			found.join('\n'),
		).toBe(true);
	});

	it('and an allowed one is not', () => {
		const allowed = {
			'routes/o/[org]/+page.server.ts': `import { a } from '#lib/program/server/a.ts'; import type { B } from './$types';`,
			'routes/o/[org]/+page.svelte': `<script>import A from '#lib/people/A.svelte'; import { m } from '#lib/paraglide/messages.js';</script>`,
			'lib/program/server/a.ts': `import { b } from '../../people/server/b.ts'; import { c } from '#lib/learning/course.ts';`,
			'lib/program/server/schema.ts': `import { person } from '../../people/server/schema.ts';`,
			'lib/program/view.ts': `import type { A } from './server/a.ts';`,
			'lib/program/a.test.ts': `import { person } from '../people/server/schema.ts';`,
			'lib/areas.ts': `import { a } from './program/server/a.ts';`,
			'lib/people/A.svelte': `<script>import B from '#lib/ui/B.svelte'; import type { C } from './c.ts';</script>`,
			'lib/platform/db/a.ts': `import pg from 'pg';`,
		};
		expect(broken(allowed)).toEqual([]);
	});
});
