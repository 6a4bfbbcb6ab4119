import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../config/project-root.ts';

/**
 * Calls an exported pure function in a thread of its own, so that heavy work never holds up pages.
 * @param module path of its file under `src/lib/`
 * @param name its exported name
 * @param input one argument, copied over
 */
export function runInWorker<Input, Output>(module: string, name: string, input: Input): Promise<Output> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(join(projectRoot, 'src/lib/platform/worker/worker-entry.ts'), {
			workerData: { path: join(projectRoot, 'src/lib', module), name, input },
			resourceLimits: { maxOldGenerationSizeMb: 512 },
		});
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`The worker for ${name} stopped with ${code}.`)));
	});
}
