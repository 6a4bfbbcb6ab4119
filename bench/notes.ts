import { sealText } from '../src/lib/platform/sealing/seal.ts';
import { appMemory } from './harness/app-memory.ts';
import { perSecond, load, streams, unrefused } from './harness/load.ts';
import { repeat, runs, type Line } from './harness/line.ts';

const words = 'I was there when it was said. '.repeat(69).slice(0, 2048);

/** Notes received: sealed in the browser, and as words that the server seals. None may be refused. */
export const notes: Line = {
	name: 'notes',
	async run(open) {
		const { app, org, recipients } = await open();
		const sealed = await Promise.all(Array.from({ length: streams }, () => sealText(words, recipients)));
		const path = `/o/${org.slug}/speak-up`;
		const post = (forms: string[], seconds: number) =>
			load({ port: app.port, streams: forms.map((form) => [{ path, form }]), seconds });
		const withScript = sealed.map((note) => `sealed=${encodeURIComponent(note)}`);
		const without = sealed.map(() => `words=${encodeURIComponent(words)}`);
		unrefused(await post(withScript, 2)); // until the engine has compiled what is used
		const before = appMemory(app);
		const fast = await repeat(runs, async () => perSecond(unrefused(await post(withScript, 4))));
		const slow = await repeat(runs, async () => perSecond(unrefused(await post(without, 2))));
		const note = `none refused; memory ${before.toFixed(0)} MB before, ${appMemory(app).toFixed(0)} MB after`;
		const measure = { unit: '/s', is: 'at least' } as const;
		return [
			{ what: 'sealed notes of 2 KB received', values: fast, budget: 300, ...measure, note },
			{ what: 'notes received without JavaScript', values: slow, budget: 5, ...measure },
		];
	},
};
