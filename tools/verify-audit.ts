import { readConfig } from '../src/lib/platform/config/read-config.ts';
import { reachPrivatePostgres } from '../src/lib/platform/db/reach-private-postgres.ts';
import { printReports, reportOrgs } from './backup/report-orgs.ts';
import { runTool } from './backup/run-tool.ts';

/** `npm run audit:verify`: walks every organization's audit chain. Exit code 1 when one does not hold. */
await runTool(async () => {
	const config = readConfig(process.env);
	if (config.DATABASE_URL) return printReports(await reportOrgs(config.DATABASE_URL)) ? 0 : 1;
	const postgres = await reachPrivatePostgres(config.DATA_DIR);
	try {
		return printReports(await reportOrgs(postgres.appUrl)) ? 0 : 1;
	} finally {
		await postgres.done();
	}
});
