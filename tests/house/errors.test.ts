import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { catalogue, ExpectedError, type ErrorCode } from '../../src/lib/platform/errors/errors.ts';

const codes = Object.keys(catalogue) as ErrorCode[];
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');
const messages = (language: 'en' | 'es') =>
	JSON.parse(read(`src/lib/platform/messages/${language}.json`)) as Record<string, string>;
const sources = globSync('src/**/*.{ts,svelte}', { cwd: projectRoot })
	.filter((file) => !/\.test\.ts$|paraglide|errors\/errors\.ts$/.test(file))
	.map(read)
	.join('\n');

describe.each(codes)('the expected error %s', (code) => {
	it('has a sentence in both languages, and not the same one', () => {
		const [english, spanish] = [messages('en')[`error_${code}`], messages('es')[`error_${code}`]];
		expect(english).toMatch(/\w.*\.$/);
		expect(spanish).toMatch(/\w.*\.$/);
		expect(spanish).not.toBe(english);
	});

	it('answers with a status of its own kind', () => {
		expect(new ExpectedError(code).status).toBe(catalogue[code]);
		expect(catalogue[code]).toBeGreaterThanOrEqual(400);
		expect(catalogue[code] === 503 || catalogue[code] < 500).toBe(true);
	});

	it('is thrown somewhere', () => {
		const thrown = code === 'not_found' ? 'notFound()' : `ExpectedError('${code}')`;
		expect(sources.includes(thrown), `nobody throws ${code}: take it out of the catalogue`).toBe(true);
	});
});

describe('every error that is thrown on purpose', () => {
	it('stands in the catalogue', () => {
		const thrown = [...sources.matchAll(/ExpectedError\('([a-z_]+)'/g)].map(([, code]) => code);
		expect(thrown.length).toBeGreaterThan(10);
		expect(thrown.filter((code) => !codes.includes(code as ErrorCode))).toEqual([]);
	});

	it('has a sentence for what nobody expected, too', () => {
		for (const language of ['en', 'es'] as const) {
			expect(messages(language)).toMatchObject({ error_unexpected: expect.any(String) as string });
		}
	});
});
