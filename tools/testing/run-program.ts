import { spawn } from 'node:child_process';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { variables } from '../../src/lib/platform/config/variables.ts';

export interface Ended {
	readonly code: number | null;
	/** Both streams, in the order in which they were written. */
	readonly said: string;
	readonly timedOut: boolean;
}

export interface HowToRun {
	readonly env?: Record<string, string>;
	readonly patienceMs?: number;
	/** Hands the settings of this environment on, for a program that decides itself what to do with them. */
	readonly keepSettings?: boolean;
}

/** Runs a JavaScript or TypeScript program with this Node in the project's folder, and waits for its end. */
export function runProgram(program: string, args: readonly string[], how: HowToRun = {}): Promise<Ended> {
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, [program, ...args], {
			cwd: projectRoot,
			env: { ...(how.keepSettings ? process.env : withoutSettings()), FORCE_COLOR: '0', ...how.env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (part: Buffer) => (said += part.toString()));
		let timedOut = false;
		const patience = setTimeout(() => {
			timedOut = true;
			child.kill('SIGTERM');
			setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
		}, how.patienceMs ?? 3_600_000);
		child.once('error', fail);
		child.once('close', (code) => {
			clearTimeout(patience);
			done({ code, said, timedOut });
		});
	});
}

/** Settings of an Upstander that somebody runs on this machine must not reach the ones under test. */
function withoutSettings(): NodeJS.ProcessEnv {
	const settings = new Set(Object.keys(variables).flatMap((name) => [name, `${name}_FILE`]));
	settings.add('NO_COLOR'); // next to FORCE_COLOR Node warns
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.has(name)));
}
