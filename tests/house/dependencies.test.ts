import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

describe('docs/dependencies.md', () => {
	const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
	const declared = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
		Object.keys(manifest[kind] ?? {}),
	);
	const rows = read('docs/dependencies.md')
		.split('\n')
		.flatMap((line) => {
			const cells = /^\| `([^`]+)`\s*\|\s*(.*?)\s*\|\s*(.*?)\s*\|$/.exec(line);
			return cells ? [{ name: cells[1] ?? '', purpose: cells[2], considered: cells[3] }] : [];
		});

	it('has exactly one line for every dependency', () => {
		expect(rows.map(({ name }) => name).sort()).toEqual(declared.sort());
	});

	it('says what each is for and what else was considered', () => {
		expect(rows.filter(({ purpose, considered }) => !purpose || !considered)).toEqual([]);
	});

	it('is about exact versions', () => {
		const versions = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
			Object.entries(manifest[kind] ?? {}),
		);
		expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
	});
});
