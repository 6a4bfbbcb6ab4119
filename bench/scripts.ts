import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Line } from './harness/line.ts';

/** Scripts that a page makes a browser load, in KB as they travel (gzip). */
export const scripts: Line = {
	name: 'scripts',
	async run(open) {
		const { app, finished, way, stepPath, org } = await open();
		const kilobytes = async (path: string, lazy: boolean, cookie = '') => {
			const sizes = await scriptsOf(app.port, path, lazy, cookie);
			return [[...sizes.values()].reduce((sum, size) => sum + size, 0) / 1024];
		};
		const learner = finished[0];
		if (!learner) throw new Error('Nobody has finished.');
		const steps = ['question', 'scene'].map((kind) => way.find((one) => one.kind === kind)?.step ?? '');
		const worst = [];
		for (const step of steps)
			worst.push(...(await kilobytes(stepPath(learner, step), false, learner.cookie)));
		const speakUp = await kilobytes(`/o/${org.slug}/speak-up`, true);
		const budget = { unit: 'KB', is: 'at most' } as const;
		return [
			{ what: 'scripts of a course step', values: [Math.max(...worst)], budget: 70, ...budget },
			{ what: 'scripts of speak-up, lazy part included', values: speakUp, budget: 75, ...budget },
		];
	},
};

/** Follows a page's scripts to the scripts that they import. @param lazy also what is loaded later, if ever */
async function scriptsOf(
	port: number,
	page: string,
	lazy: boolean,
	cookie: string,
): Promise<Map<string, number>> {
	const html = (await load(port, page, cookie)).text;
	const named = [
		...html.matchAll(/<link[^>]+rel="modulepreload"[^>]*>/g),
		...html.matchAll(/<script[^>]+src="[^"]+"[^>]*>/g),
	].map(([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? '');
	const started = [...html.matchAll(/import\("([^"]+\.js)"\)/g)].map(([, path]) => path ?? '');
	const waiting = [...named, ...started].map((path) => new URL(path, `http://localhost${page}`).pathname);
	const sizes = new Map<string, number>();
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (sizes.has(path)) continue;
		const { text, size } = await load(port, path);
		sizes.set(path, size);
		const imports = lazy
			? /(?:from|import\(?)\s*["'`](\.[^"'`]+\.js)["'`]/g
			: /(?:from|import)\s*["'](\.[^"']+\.js)["']/g;
		for (const [, to] of text.matchAll(imports)) {
			waiting.push(new URL(to ?? '', `http://localhost${path}`).pathname);
		}
	}
	return sizes;
}

function load(port: number, path: string, cookie = ''): Promise<{ text: string; size: number }> {
	const headers = { host: `localhost:${port}`, 'accept-encoding': 'gzip', accept: 'text/html', cookie };
	return new Promise((done, fail) => {
		get({ host: '127.0.0.1', port, path, headers }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.once('end', () => {
				const body = Buffer.concat(parts);
				if (response.statusCode !== 200)
					return fail(new Error(`${path} was answered ${response.statusCode}.`));
				const zipped = response.headers['content-encoding'] === 'gzip';
				done({ text: (zipped ? gunzipSync(body) : body).toString(), size: body.length });
			});
			response.once('error', fail);
		}).once('error', fail);
	});
}
