import { readConfig } from '../src/lib/platform/config/read-config.ts';
import { backUp } from './backup/back-up.ts';
import { runTool } from './backup/run-tool.ts';

/** `npm run backup -- <folder>`: backs up the data folder (DATA_DIR), while Upstander runs or not. */
await runTool(async () => {
	const [target, ...more] = process.argv.slice(2);
	if (!target || more.length > 0) {
		console.error('Usage: npm run backup -- <new or empty folder>');
		return 2;
	}
	const config = readConfig(process.env);
	if (config.DATABASE_URL) {
		console.error(
			'With DATABASE_URL the server is yours to back up, for instance with pg_dump; see docs/operate.md.',
		);
		return 2;
	}
	const { files, takenAt } = await backUp(config.DATA_DIR, target);
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	console.log(`Backed up ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, at ${takenAt}.`);
	console.log('The folder holds everything, the secrets too: keep it where only you can read it.');
	return 0;
});
