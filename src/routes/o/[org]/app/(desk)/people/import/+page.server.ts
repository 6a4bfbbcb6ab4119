import { fail, redirect } from '@sveltejs/kit';
import { accessPeople } from '#lib/people/server/access.ts';
import { readPeopleFile } from '#lib/people/server/read-people-file.ts';
import { sealFile } from '#lib/people/server/sealed-file.ts';
import { previewImport, rememberedMappings, stageImport } from '#lib/people/server/stage-import.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import { formKey } from '../../../../../../../server/form-key.ts';
import { keepFileKey } from './file-key.ts';
import type { Actions, PageServerLoad } from './$types';

const largest = 5 * 1024 * 1024;

export const load: PageServerLoad = async ({ locals }) => {
	await locals.act(async (ctx) => accessPeople(ctx, 'import'));
	return { key: crypto.randomUUID() };
};

export const actions: Actions = {
	/** Reads the file in a thread of its own, and shows what it would change or asks about its columns. */
	async default({ locals, request, cookies, url }) {
		const { remembered, today } = await locals.act(async (ctx) => ({
			remembered: await rememberedMappings(ctx),
			today: ctx.today,
		}));
		const data = await request.formData();
		const file = data.get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { problem: 'missing' as const });
		if (file.size > largest) return fail(400, { problem: 'too_large' as const });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const read = await readPeopleFile({ bytes, today, remembered });
		if (typeof read === 'string') return fail(400, { problem: read });
		const { sealed, key } = sealFile(bytes);
		const staged = await locals.act(async (ctx) => {
			const id = await stageImport(ctx, read, formKey(data), sealed);
			return { id, state: (await previewImport(ctx, id)).state };
		});
		if (!locals.org) throw notFound();
		keepFileKey(cookies, locals.org, url, staged.id, key);
		redirect(303, staged.state === 'asking' ? `import/${staged.id}/columns` : `import/${staged.id}`);
	},
};
