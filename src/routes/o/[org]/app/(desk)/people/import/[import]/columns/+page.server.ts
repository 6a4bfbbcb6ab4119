import { fail, redirect } from '@sveltejs/kit';
import { columns, type Column, type DayOrder } from '#lib/people/import/column.ts';
import type { PeopleFile } from '#lib/people/import/person-row.ts';
import { accessPeople } from '#lib/people/server/access.ts';
import { readPeopleFile } from '#lib/people/server/read-people-file.ts';
import { openFile } from '#lib/people/server/sealed-file.ts';
import {
	chooseColumns,
	chooseSheet,
	previewImport,
	sealedImportFile,
} from '#lib/people/server/stage-import.ts';
import { fileKeyOf } from '../../file-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const { outline, hasFile, state } = await locals.act((ctx) => previewImport(ctx, params.import));
	if (!outline || state === 'applying' || state === 'done') redirect(303, `../${params.import}`);
	return { outline, id: params.import, hasFile: hasFile && fileKeyOf(cookies, params.import) !== undefined };
};

export const actions: Actions = {
	/** Reads the file again as somebody says. */
	async choose({ locals, params, request, cookies }) {
		await locals.act(async (ctx) => accessPeople(ctx, 'import'));
		const data = await request.formData();
		const sheet = Number(data.get('sheet'));
		const { mapping, orders } = choiceOf(data);
		const twice = mapping.find(
			(column, at) => column !== null && !mayRepeat(column) && mapping.indexOf(column) !== at,
		);
		if (twice) return fail(400, { problem: 'twice' as const, column: twice });
		const read = await readAgain({ locals, params, cookies }, { sheet, mapping, orders });
		if (!read) return fail(410, { problem: 'gone' as const });
		const state = await locals.act((ctx) => chooseColumns(ctx, params.import, read, mapping));
		if (state === 'asking') return fail(400, { problem: read.missing[0] ?? ('gone' as const) });
		redirect(303, `../${params.import}`);
	},
	/** Looks at another sheet of the workbook. */
	async sheet({ locals, params, request, cookies, url }) {
		const data = await request.formData();
		const read = await readAgain({ locals, params, cookies }, { sheet: Number(data.get('sheet')) });
		if (!read) return fail(410, { problem: 'gone' as const });
		await locals.act((ctx) => chooseSheet(ctx, params.import, read));
		redirect(303, url.pathname);
	},
};

const mayRepeat = (column: Column) => column === 'site' || column === 'siteShare';

function choiceOf(data: FormData): { mapping: (Column | null)[]; orders: Record<number, DayOrder> } {
	const mapping: (Column | null)[] = [];
	const orders: Record<number, DayOrder> = {};
	for (const [name, value] of data) {
		const [, what, place] = /^(column|order)-(\d{1,3})$/.exec(name) ?? [];
		const index = Number(place);
		if (what === 'column') mapping[index] = columns.find((column) => column === value) ?? null;
		if (what === 'order' && (value === 'month_first' || value === 'day_first')) orders[index] = value;
	}
	return { mapping: Array.from(mapping, (column) => column ?? null), orders };
}

/** @returns undefined where the file, or the key to it, is gone */
async function readAgain(
	{ locals, params, cookies }: Pick<Parameters<Actions[string]>[0], 'locals' | 'params' | 'cookies'>,
	how: { sheet: number; mapping?: (Column | null)[]; orders?: Record<number, DayOrder> },
): Promise<PeopleFile | undefined> {
	const { sealed, today } = await locals.act(async (ctx) => ({
		sealed: await sealedImportFile(ctx, params.import ?? ''),
		today: ctx.today,
	}));
	const key = fileKeyOf(cookies, params.import ?? '');
	const bytes = sealed && key ? openFile(sealed, key) : null;
	if (!bytes) return undefined;
	const read = await readPeopleFile({ bytes, today, ...how });
	return typeof read === 'string' ? undefined : read;
}
