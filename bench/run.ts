import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../src/server/build-if-needed.ts';
import { compileMessages } from '../tools/compile-messages.ts';
import { describe } from './harness/line.ts';
import type { Site } from './harness/site.ts';

/**
 * `npm run bench [-- names]`: measures speed and size beside their budgets (ARCHITECTURE.md), all lines or the named ones.
 * It informs and always ends with 0; other programs on the machine make every number worse. `--profile=<folder>` writes a
 * CPU profile of the app.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { profile: { type: 'string' } },
});

const [cpu] = cpus();
console.log(
	`${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GB, Node ${process.versions.node}, ${process.platform}`,
);
// The lines import what is compiled here first.
await compileMessages();
await buildIfNeeded();
const { lines } = await import('./lines.ts');
const { openSite } = await import('./harness/site.ts');
const wished = lines.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
let site: Promise<Site> | undefined;
for (const line of wished) {
	try {
		for (const measure of await line.run(() => (site ??= openSite(values.profile))))
			console.log(describe(measure));
	} catch (error) {
		console.log(`✗ ${line.name}: ${(error as Error).message}`);
	}
}
await (await site)?.close();
process.exit(0);
