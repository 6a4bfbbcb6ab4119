import { refreshAll } from '$app/navigation';

/** Milliseconds between looks, while somebody is at it; and after ten minutes in which nobody touched the page. */
const pause = { awake: 1000, asleep: 15_000 };
const fallsAsleep = 10 * 60_000;

/**
 * Looks again while somebody is looking: the page shows who is where now, not when it was opened. Asks for a stamp of a
 * few letters, and for the page only when that has changed.
 * @param address of the stamp
 * @param shown the stamp of what is on the page
 */
export function keepCurrent(address: string, shown: () => string): () => () => void {
	return () => {
		let touched = Date.now();
		let timer: ReturnType<typeof setTimeout>;
		const touch = () => (touched = Date.now());
		const next = () => {
			timer = setTimeout(() => void look(), Date.now() - touched > fallsAsleep ? pause.asleep : pause.awake);
		};
		async function look(): Promise<void> {
			// While something is being typed or chosen, nothing moves under the hand.
			const busy = document.activeElement?.matches('select, input') ?? false;
			if (document.visibilityState === 'visible' && !busy) {
				const answer = await fetch(address).catch(() => undefined);
				if (answer?.ok && (await answer.text()) !== shown()) await refreshAll();
			}
			next();
		}
		document.addEventListener('pointermove', touch, { passive: true });
		document.addEventListener('keydown', touch);
		next();
		return () => {
			clearTimeout(timer);
			document.removeEventListener('pointermove', touch);
			document.removeEventListener('keydown', touch);
		};
	};
}
