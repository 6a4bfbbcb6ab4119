import { defineConfig } from 'vitest/config';

/**
 * Unit tests beside the code and across areas. One PostgreSQL serves the whole run (`globalSetup`), every file takes a
 * database of its own from it. Journeys in a browser are Playwright's.
 */
export default defineConfig({
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		globalSetup: 'tests/harness/run-postgres.ts',
		setupFiles: 'tests/harness/strict.ts',
		environment: 'node',
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		teardownTimeout: 30_000,
		// Tests say things in order; a test that needs a quiet machine says so itself.
		sequence: { shuffle: false },
		restoreMocks: true,
		unstubEnvs: true,
		// The report quotes these words; a list of problems must be readable in it.
		chaiConfig: { truncateThreshold: 4000 },
		env: { TZ: 'UTC', DATABASE_URL: '', DATABASE_OWNER_URL: '' },
	},
});
