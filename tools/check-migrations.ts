import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { runProgram } from './testing/run-program.ts';

/**
 * The schema in the code and the migrations say the same: `drizzle-kit generate` finds nothing to add. It works on a
 * copy; the repository is only read.
 */
const folder = mkdtempSync(join(tmpdir(), 'upstander-migrations-'));
try {
	const out = join(folder, 'migrations');
	cpSync(join(projectRoot, 'migrations'), out, { recursive: true });
	const before = readdirSync(out).sort();
	const config = join(folder, 'drizzle.config.ts');
	const original = JSON.stringify(join(projectRoot, 'drizzle.config.ts'));
	const target = JSON.stringify(relative(projectRoot, out)); // drizzle-kit puts "./" before it
	writeFileSync(config, `import config from ${original};\nexport default { ...config, out: ${target} };\n`);
	const drizzle = join(projectRoot, 'node_modules/drizzle-kit/bin.cjs');
	const { code, said } = await runProgram(drizzle, ['generate', `--config=${config}`], {
		patienceMs: 120_000,
	});
	const added = readdirSync(out).filter((name) => !before.includes(name));
	for (const name of added) {
		console.log(`The schema has moved on. Run "npx drizzle-kit generate", read it, check it in:\n`);
		console.log(readFileSync(join(out, name), 'utf8'));
	}
	const inStep = code === 0 && added.length === 0 && said.includes('No schema changes');
	if (!inStep && added.length === 0) console.log(said.trim());
	process.exitCode = inStep ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
