import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../config/project-root.ts';

/** The work was too much: it took too long, or more memory than it may. Nothing else came to harm. */
export class WorkerGaveUp extends Error {
	readonly why: 'time' | 'memory';
	constructor(why: 'time' | 'memory') {
		super(`The worker gave up: ${why}.`);
		this.name = 'WorkerGaveUp';
		this.why = why;
	}
}

/**
 * Calls an exported pure function in a thread of its own, so that heavy work never holds up pages.
 * @param module path of its file under `src/lib/`
 * @param name its exported name
 * @param input one argument, copied over
 * @param limits after so many seconds the thread is ended; so many megabytes of living objects may it hold
 * @throws WorkerGaveUp beyond a limit
 */
export function runInWorker<Input, Output>(
	module: string,
	name: string,
	input: Input,
	{ seconds = 120, megabytes = 512 }: { seconds?: number; megabytes?: number } = {},
): Promise<Output> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(join(projectRoot, 'src/lib/platform/worker/worker-entry.ts'), {
			workerData: { path: join(projectRoot, 'src/lib', module), name, input },
			resourceLimits: { maxOldGenerationSizeMb: megabytes },
		});
		const timer = setTimeout(() => {
			reject(new WorkerGaveUp('time'));
			void worker.terminate();
		}, seconds * 1000);
		worker.once('message', resolve);
		worker.once('error', (error: NodeJS.ErrnoException) =>
			reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkerGaveUp('memory') : error),
		);
		worker.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`The worker for ${name} stopped with ${code}.`));
		});
	});
}
