import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../src/lib/platform/db/private-postgres.ts';

export interface TestServer {
	/** A role that may create roles and databases. */
	readonly adminUrl: string;
	stop(): Promise<void>;
}

/** The PostgreSQL under test: the one that TEST_DATABASE_URL names, else a private one in a temporary folder. */
export async function openServer(): Promise<TestServer> {
	const given = process.env.TEST_DATABASE_URL;
	if (given) return { adminUrl: given, stop: () => Promise.resolve() };
	const folder = temporaryFolder('postgres');
	const postgres = await startPrivatePostgres(folder);
	return {
		adminUrl: postgres.adminUrl,
		async stop() {
			await postgres.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** A new temporary folder that also the user of PostgreSQL may enter, where we run as root. */
export function temporaryFolder(purpose: string): string {
	const folder = mkdtempSync(join(tmpdir(), `upstander-${purpose}-`));
	chmodSync(folder, 0o711);
	return folder;
}
