import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/lib/platform/config/read-config.ts';
import { startPrivatePostgres } from '../src/lib/platform/db/private-postgres.ts';
import { reachPrivatePostgres } from '../src/lib/platform/db/reach-private-postgres.ts';
import { checkSchema } from '../src/lib/platform/db/server/migrate.ts';
import { backUp } from './backup/back-up.ts';
import { printReports, reportOrgs, type OrgReport } from './backup/report-orgs.ts';
import { restoreInto } from './backup/restore-into.ts';
import { runTool } from './backup/run-tool.ts';

/**
 * `npm run restore:drill [-- <folder>]`: proves that a backup can be restored. It backs the data folder up, restores the
 * backup into a temporary folder, starts PostgreSQL on it, walks every audit chain, compares what is there with what runs,
 * removes it all, and says how long each part took. Upstander may go on meanwhile. Exit code 1 when something is missing.
 * @param folder where there is room for the data twice; without it, the system's folder for temporary files
 */
await runTool(async () => {
	const [room = tmpdir(), ...more] = process.argv.slice(2);
	if (more.length > 0) {
		console.error('Usage: npm run restore:drill [-- <folder with room for the data twice>]');
		return 2;
	}
	const config = readConfig(process.env);
	if (config.DATABASE_URL) {
		console.error('With DATABASE_URL the server is yours to back up and restore; see docs/operate.md.');
		return 2;
	}
	const folder = mkdtempSync(join(room, 'upstander-drill-'));
	chmodSync(folder, 0o711); // PostgreSQL may run as another user
	try {
		return await drill(config.DATA_DIR, join(folder, 'backup'), join(folder, 'data'));
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
});

async function drill(dataDir: string, backup: string, restored: string): Promise<number> {
	// What is there before the backup begins must be in it.
	const before = await timed('Looked at what runs', () => reportRunning(dataDir));
	const { files } = await timed('Backed up', () => backUp(dataDir, backup));
	await timed('Checked and restored', () => restoreInto(backup, restored));
	const postgres = await timed('Started PostgreSQL on it', () => startPrivatePostgres(restored));
	try {
		await checkSchema(postgres.appUrl);
		const reports = await timed('Walked every audit chain', () => reportOrgs(postgres.adminUrl));
		const holds = printReports(reports);
		const missing = whatIsMissing(before, reports);
		for (const words of missing) console.log(`PROBLEM: ${words}`);
		const good = holds && missing.length === 0;
		console.log(
			good ? `The drill succeeded: ${files.length} files, all restored.` : 'The drill failed; see above.',
		);
		return good ? 0 : 1;
	} finally {
		await postgres.stop();
	}
}

async function reportRunning(dataDir: string): Promise<OrgReport[]> {
	const postgres = await reachPrivatePostgres(dataDir);
	try {
		return await reportOrgs(postgres.appUrl);
	} finally {
		await postgres.done();
	}
}

/** Chains and events only grow, so a restored organization has at least what it had before the backup. */
function whatIsMissing(before: readonly OrgReport[], after: readonly OrgReport[]): string[] {
	return before.flatMap(({ slug, lastEvent, audit }) => {
		const restored = after.find((report) => report.slug === slug);
		if (!restored) return [`${slug} is missing.`];
		if (restored.audit.links < audit.links) return [`The audit chain of ${slug} is shorter than it was.`];
		if (lastEvent !== 'none' && restored.lastEvent < lastEvent) return [`Events of ${slug} are missing.`];
		return [];
	});
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
	const begin = performance.now();
	const result = await work();
	console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
	return result;
}
