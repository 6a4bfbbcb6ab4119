import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { path, name, input } = workerData as { path: string; name: string; input: unknown };
const module = (await import(pathToFileURL(path).href)) as Record<string, (input: unknown) => unknown>;
const work = module[name];
if (!work) throw new Error(`${path} does not export ${name}.`);
parentPort?.postMessage(await work(input));
