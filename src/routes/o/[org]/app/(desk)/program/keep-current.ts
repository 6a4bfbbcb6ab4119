import { refreshAll } from '$app/navigation';

/** Milliseconds between looks. */
const pause = 4000;

/** Looks again while somebody is looking: the page shows who is where now, not when it was opened. */
export function keepCurrent(): () => void {
	const timer = setInterval(() => {
		// While a filter is being chosen, nothing moves under the hand.
		const busy = document.activeElement instanceof HTMLSelectElement;
		if (document.visibilityState === 'visible' && !busy) void refreshAll();
	}, pause);
	return () => clearInterval(timer);
}
