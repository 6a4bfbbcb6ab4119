import type { BrowserContext } from '@playwright/test';

/** What a browser complained about. */
export interface Silence {
	/** Everything said, apart from what the test allows. */
	broken(allowed: readonly RegExp[]): string[];
}

/**
 * Listens to every page of a context: console errors and warnings (violations of the content security policy and
 * failed requests are among them) and errors that nobody caught.
 */
export function listen(context: BrowserContext): Silence {
	const said: string[] = [];
	context.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		const { url } = message.location();
		said.push(`${message.type()}: ${message.text()}${url ? ` (${url})` : ''}`);
	});
	context.on('weberror', (error) => said.push(`uncaught: ${error.error().stack ?? error.error().message}`));
	return { broken: (allowed) => said.filter((words) => !allowed.some((pattern) => pattern.test(words))) };
}
