import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../tests/harness/browser.ts';
import { repeat, type Line } from './harness/line.ts';

/** A phone of the lower middle on a slow network: 1.6 Mbit/s down, 150 ms away, a processor four times as slow. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const processor = { rate: 4 };
const screen = {
	viewport: { width: 412, height: 823 },
	deviceScaleFactor: 1.75,
	isMobile: true,
	hasTouch: true,
};

/** When the largest piece of a course step is on the screen of a phone that has never been here. */
export const paint: Line = {
	name: 'paint',
	async run(open) {
		const { app, finished, way, stepPath } = await open();
		const browser = await chromium.launch(await findBrowser());
		try {
			const learner = finished[0];
			if (!learner) throw new Error('Nobody has finished.');
			const values = [];
			for (const kind of ['question', 'scene']) {
				const step = way.find((one) => one.kind === kind)?.step ?? '';
				const url = `${app.url}${stepPath(learner, step)}`;
				values.push(await repeat(5, () => largestPaint(browser, url, learner.cookie)));
			}
			const measure = { unit: 's', budget: 1.5, is: 'at most' } as const;
			return [
				{ what: 'largest contentful paint, a question', values: values[0] ?? [], ...measure },
				{ what: 'largest contentful paint, a scene', values: values[1] ?? [], ...measure },
			];
		} finally {
			await browser.close();
		}
	},
};

/** @returns seconds */
async function largestPaint(browser: Browser, url: string, cookie: string): Promise<number> {
	const context = await browser.newContext(screen);
	try {
		const [name = '', value = ''] = cookie.split('=');
		await context.addCookies([{ name, value, url }]);
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Network.emulateNetworkConditions', network);
		await devtools.send('Emulation.setCPUThrottlingRate', processor);
		await page.goto(url, { waitUntil: 'networkidle' });
		const milliseconds = await page.evaluate(
			() =>
				new Promise<number>((done) => {
					const seen = (list: PerformanceObserverEntryList) =>
						done(list.getEntries().at(-1)?.startTime ?? NaN);
					new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true });
				}),
		);
		return milliseconds / 1000;
	} finally {
		await context.close();
	}
}
