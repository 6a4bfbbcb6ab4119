import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it holds: what `expect` says last is what it throws when patience is over. */
export async function eventually(holds: () => void | Promise<void>, patienceMs = 15_000): Promise<void> {
	for (const end = performance.now() + patienceMs; ; await sleep(25)) {
		try {
			return await holds();
		} catch (error) {
			if (performance.now() > end) throw error;
		}
	}
}
