import { fail, redirect } from '@sveltejs/kit';
import type { FileProblem, ParsedFile } from '#lib/people/person.ts';
import { accessPeople } from '#lib/people/server/access.ts';
import { stageImport } from '#lib/people/server/stage-import.ts';
import { formKey } from '../../../../../../../server/form-key.ts';
import { runInWorker } from '#lib/platform/worker/run-in-worker.ts';
import type { Actions, PageServerLoad } from './$types';

const largest = 5 * 1024 * 1024;

export const load: PageServerLoad = async ({ locals }) => {
	await locals.act(async (ctx) => accessPeople(ctx, 'import'));
	return { key: crypto.randomUUID() };
};

export const actions: Actions = {
	/** Reads the file in a thread of its own and shows what it would change. */
	async default({ locals, request }) {
		await locals.act(async (ctx) => accessPeople(ctx, 'import'));
		const data = await request.formData();
		const file = data.get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { problem: 'missing' as const });
		if (file.size > largest) return fail(400, { problem: 'too_large' as const });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const parsed = await runInWorker<Uint8Array, ParsedFile | FileProblem>(
			'people/parse-people-file.ts',
			'parsePeopleFile',
			bytes,
		);
		if (typeof parsed === 'string') return fail(400, { problem: parsed });
		const id = await locals.act((ctx) => stageImport(ctx, parsed, formKey(data)));
		redirect(303, `import/${id}`);
	},
};
