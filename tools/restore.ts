import { startPrivatePostgres } from '../src/lib/platform/db/private-postgres.ts';
import { printReports, reportOrgs } from './backup/report-orgs.ts';
import { restoreInto } from './backup/restore-into.ts';
import { runTool } from './backup/run-tool.ts';

/**
 * `npm run restore -- <backup folder> <empty data folder>`: copies the backup, lets PostgreSQL recover it, and says
 * what is in it. Exit code 1 when it is not whole or an audit chain does not hold.
 */
await runTool(async () => {
	const [backup, target, ...more] = process.argv.slice(2);
	if (!backup || !target || more.length > 0) {
		console.error('Usage: npm run restore -- <backup folder> <empty data folder>');
		return 2;
	}
	const { takenAt, version } = await restoreInto(backup, target);
	console.log(`Restored the backup of ${takenAt}, made by Upstander ${version}.`);
	const postgres = await startPrivatePostgres(target);
	try {
		const holds = printReports(await reportOrgs(postgres.adminUrl));
		console.log(`Start Upstander on it with DATA_DIR=${target}`);
		return holds ? 0 : 1;
	} finally {
		await postgres.stop();
	}
});
