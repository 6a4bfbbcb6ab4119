import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/platform/config/project-root.ts';
import type { Log } from '../lib/platform/log/log.ts';

const stampFile = join(projectRoot, 'build', 'stamp');

/**
 * Builds the app unless a build of exactly these sources is there.
 * @param signal ends a build that is under way
 */
export async function buildIfNeeded(log?: Log, signal?: AbortSignal): Promise<void> {
	const stamp = hashSources();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
	log?.info('building the pages, which happens once for each version');
	await build(signal);
}

/** Notes which sources the build was made from. The build calls it last, so that one cut short counts as none. */
export function stampBuild(): void {
	writeFileSync(stampFile, hashSources());
}

/** Everything that the build reads. */
function hashSources(): string {
	const hash = createHash('sha256').update(process.version);
	const roots = ['package-lock.json', 'vite.config.ts', 'project.inlang/settings.json'];
	const folders = readdirSync(join(projectRoot, 'src'), { recursive: true, withFileTypes: true })
		.filter(
			(entry) =>
				entry.isFile() &&
				!/\.test\.ts$/.test(entry.name) &&
				!/[\\/]paraglide([\\/]|$)/.test(entry.parentPath),
		)
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of [...roots.map((root) => join(projectRoot, root)), ...folders]) {
		hash.update(file.slice(projectRoot.length)).update(readFileSync(file));
	}
	return hash.digest('hex');
}

function build(signal?: AbortSignal): Promise<void> {
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, [join(projectRoot, 'tools', 'build.ts')], {
			cwd: projectRoot,
			stdio: ['ignore', 'pipe', 'pipe'],
			signal,
		});
		let said = '';
		child.stdout.on('data', (part: Buffer) => (said += part.toString()));
		child.stderr.on('data', (part: Buffer) => (said += part.toString()));
		child.once('error', fail);
		child.once('exit', (code) =>
			code === 0 ? done() : fail(new Error(`The build failed:\n${said.slice(-4000)}`)),
		);
	});
}
