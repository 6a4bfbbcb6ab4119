import { setTimeout as sleep } from 'node:timers/promises';
import { utils, write } from '@e965/xlsx';
import { inventPeopleFile } from '../src/lib/demo/server/invent-people.ts';
import { ask } from '../tests/ops/ask.ts';
import { quantile, repeat, runs, type Line } from './harness/line.ts';
import { deal, load, unrefused } from './harness/load.ts';
import type { Site } from './harness/site.ts';

const size = 10_000;
const secondsOfLearners = 6;

/** A spreadsheet of 10,000 people, from its upload to a preview and from the yes to the end, while others learn. */
export const peopleImport: Line = {
	name: 'import',
	async run(open) {
		const site = await open();
		const undisturbed = quantile(unrefused(await learn(site)).times, 0.95);
		const rounds = await repeat(runs, async (run) => {
			const learning = learn(site);
			const times = await importPeople(site, csvFile(inventedFile(run)));
			return { ...times, p95: quantile(unrefused(await learning).times, 0.95) };
		});
		const workbooks = await repeat(runs, (run) => importPeople(site, xlsxFile(inventedFile(runs + 1 + run))));
		const budget = { unit: 's', budget: 4, is: 'at most' } as const;
		return [
			{
				what: 'import of 10,000 people, to the preview',
				values: rounds.map((one) => one.preview),
				...budget,
			},
			{
				what: 'import of 10,000 people, from there to done',
				values: rounds.map((one) => one.done),
				...budget,
			},
			{
				what: 'the same from a workbook, to the preview',
				values: workbooks.map((one) => one.preview),
				...budget,
			},
			{
				what: 'the same from a workbook, from there to done',
				values: workbooks.map((one) => one.done),
				...budget,
			},
			{
				what: 'a course step shown meanwhile, p95',
				values: rounds.map(({ p95 }) => p95),
				unit: 'ms',
				budget: 40,
				is: 'at most',
				note: `16 learners who look at a step for a fifth of a second; ${undisturbed.toFixed(0)} ms without the import`,
			},
		];
	},
};

function learn({ app, finished, way, stepPath }: Site) {
	const asks = finished.map((learner) => [
		{ path: stepPath(learner, way[0]?.step ?? ''), cookie: learner.cookie },
	]);
	return load({ port: app.port, streams: deal(asks), seconds: secondsOfLearners, pauseMs: 200 });
}

async function importPeople(site: Site, file: File): Promise<{ preview: number; done: number }> {
	const { app, org, adminCookie } = site;
	const form = `/o/${org.slug}/app/people/import`;
	const begin = performance.now();
	const uploaded = await upload(app.port, form, adminCookie, file);
	const preview = new URL(uploaded, `http://localhost${form}`).pathname;
	const headers = { cookie: adminCookie };
	await expectStatus(200, ask(app.port, preview, { headers }));
	const previewed = performance.now();
	await expectStatus(303, ask(app.port, preview, { form: { yes: '1' }, headers }));
	while ((await expectStatus(200, ask(app.port, preview, { headers }))).includes('<progress'))
		await sleep(50);
	return { preview: (previewed - begin) / 1000, done: (performance.now() - previewed) / 1000 };
}

/** @returns where the preview is */
async function upload(port: number, path: string, cookie: string, file: File): Promise<string> {
	const body = new FormData();
	body.set('key', crypto.randomUUID());
	body.set('file', file);
	const origin = `http://localhost:${port}`;
	const headers = { cookie, origin, accept: 'text/html' };
	const answer = await fetch(`${origin}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
	if (answer.status !== 303) throw new Error(`The upload was answered ${answer.status}.`);
	return answer.headers.get('location') ?? '';
}

/** @returns the page */
async function expectStatus(status: number, answer: ReturnType<typeof ask>): Promise<string> {
	const said = await answer;
	if (said.status !== status) throw new Error(`The import was answered ${said.status}, not ${status}.`);
	return said.body;
}

const csvFile = (csv: string) => new File([csv], 'people.csv', { type: 'text/csv' });

function xlsxFile(csv: string): File {
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet(csv.split('\n').map((line) => line.split(','))), 'People');
	const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
	return new File([new Uint8Array(bytes)], 'people.xlsx');
}

/** People whom nobody knows yet: each run has numbers and addresses of its own. */
function inventedFile(run: number): string {
	const [head, ...lines] = inventPeopleFile(size, 100 + run)
		.trimEnd()
		.split('\n');
	const people = lines.map((line, index) => {
		const [, first, last, email, ...rest] = line.split(',');
		const number = (run + 1) * 100_000 + index;
		return [number, first, last, email && `${number}@bench.example`, ...rest].join();
	});
	return [head, ...people].join('\n');
}
