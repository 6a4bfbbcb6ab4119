import { areas } from '../src/lib/areas.ts';
import { readConfig } from '../src/lib/platform/config/read-config.ts';
import { contextOf } from '../src/lib/platform/context-of.ts';
import { reachPrivatePostgres } from '../src/lib/platform/db/reach-private-postgres.ts';
import { openDatabase } from '../src/lib/platform/db/server/database.ts';
import { listOrgs } from '../src/lib/platform/org/server/find-org.ts';
import { countOver, removeOver } from '../src/lib/privacy/server/retain.ts';
import { runTool } from './backup/run-tool.ts';

/**
 * `npm run retention -- --dry-run`: what would run out tonight, organization by organization. Without `--dry-run` it
 * removes it now, as the nightly round does. Names and words of people are never printed.
 */
await runTool(async () => {
	const [flag, ...more] = process.argv.slice(2);
	if (more.length > 0 || (flag !== undefined && flag !== '--dry-run')) {
		console.error('Usage: npm run retention [-- --dry-run]');
		return 2;
	}
	const config = readConfig(process.env);
	if (config.DATABASE_URL) return retain(config.DATABASE_URL, flag === '--dry-run');
	const postgres = await reachPrivatePostgres(config.DATA_DIR);
	try {
		return await retain(postgres.appUrl, flag === '--dry-run');
	} finally {
		await postgres.done();
	}
});

async function retain(url: string, dryRun: boolean): Promise<number> {
	const db = openDatabase(url, 1, () => undefined);
	const noJobs = {
		send: () => Promise.reject(new Error('Retention by hand sends no job.')),
		work: () => Promise.resolve(),
		workTogether: () => Promise.resolve(),
		schedule: () => Promise.resolve(),
		close: () => Promise.resolve(),
	};
	try {
		for (const org of await db.global(listOrgs)) {
			const inOrg = <Result>(work: (ctx: ReturnType<typeof contextOf>) => Promise<Result>) =>
				db.inOrg(org.id, (tx) => work(contextOf(tx, noJobs, org, { kind: 'system' }, new Date())));
			const { tables, people, held } = await inOrg((ctx) => countOver(ctx, areas.data));
			console.log(`${org.slug}:${held ? ' a legal hold stands on the organization; nothing goes' : ''}`);
			for (const { table, rule, rows } of tables) {
				console.log(`  ${String(rows).padStart(8)}  ${table} (kept: ${rule.en})`);
			}
			if (!held) console.log(`  ${String(people).padStart(8)}  people whose erasure is due`);
			if (dryRun || held) continue;
			for (let more = true; more;) ({ more } = await inOrg((ctx) => removeOver(ctx, areas.data)));
			console.log('  removed');
		}
		return 0;
	} finally {
		await db.close();
	}
}
