import { describe, expect, it } from 'vitest';
import { runInWorker } from './run-in-worker.ts';

const run = (name: string, limits?: { seconds?: number; megabytes?: number }) =>
	runInWorker<number, number>('../../tests/harness/heavy-work.ts', name, 21, limits);

describe('a worker', () => {
	it('answers what the function answers, and fails as it fails', async () => {
		expect(await run('double')).toBe(42);
		await expect(run('fail')).rejects.toThrow('21 is too much');
	});
	it('is ended when it takes too long or too much memory, and says which', async () => {
		await expect(run('forever', { seconds: 0.3 })).rejects.toMatchObject({
			name: 'WorkerGaveUp',
			why: 'time',
		});
		await expect(run('hoard', { megabytes: 16, seconds: 60 })).rejects.toMatchObject({ why: 'memory' });
	});
});
