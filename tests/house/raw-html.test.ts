import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';

/** The only places that put HTML into a page unescaped: what `toSafeHtml` has sanitized. */
const places = [
	'src/lib/learning/Feedback.svelte: html',
	'src/lib/learning/Player.svelte: step.html',
	'src/routes/o/[org]/app/(desk)/help/[topic]/+page.svelte: data.topic.html',
];

it('no page shows HTML unescaped but what was sanitized', () => {
	const found = globSync('src/**/*.{svelte,html,ts}', { cwd: projectRoot })
		.filter((file) => !/paraglide|\.test\.ts$/.test(file))
		.flatMap((file) => {
			const text = readFileSync(join(projectRoot, file), 'utf8');
			return [...text.matchAll(/\{@html ([^}]*)\}|innerHTML|insertAdjacentHTML|document\.write/g)].map(
				([whole, what]) => `${file}: ${what ?? whole}`,
			);
		});
	expect(found.sort()).toEqual(places);
});
