/** How often we look, in milliseconds. */
const pause = 250;

/**
 * `npm start` runs us inside a shell, and a shell that is told to stop ends without telling us. So when npm started us
 * and our parent is gone, we stop as if we had been told.
 */
export function outliveNoParent(environment: Record<string, string | undefined>, stop: () => void): void {
	if (environment.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		stop();
	}, pause);
	timer.unref();
}
