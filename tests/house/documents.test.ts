import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';

/** Paths in backticks that point into the repository. */
const pathsIn = (page: string) =>
	[...page.matchAll(/`((?:src|migrations|tests|tools|docs|content)\/[^`\s]+)`/g)].map(
		([, path]) => path ?? '',
	);

describe.each(['docs/your-first-feature.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/threat-model.md'])(
	'%s',
	(file) => {
		const page = readFileSync(join(projectRoot, file), 'utf8');

		it('names only files and folders that exist', () => {
			const paths = pathsIn(page).filter((path) => !path.includes('<') && !path.includes('*'));
			expect(paths.length).toBeGreaterThan(0);
			expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
		});
	},
);
