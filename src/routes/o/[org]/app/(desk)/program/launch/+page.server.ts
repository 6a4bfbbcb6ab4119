import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { courseTitles } from '#lib/learning/server/list-courses.ts';
import { audienceChoices, findListed } from '#lib/people/server/audience-choices.ts';
import {
	audienceOf,
	contradictsItself,
	launchForm,
	listedIn,
	readAudienceForm,
	type LaunchWish,
} from '#lib/program/launch.ts';
import type { Ctx } from '#lib/platform/context.ts';
import { accessProgram } from '#lib/program/server/access.ts';
import { launchCourse } from '#lib/program/server/launch-course.ts';
import { previewLaunch, sendTestMail } from '#lib/program/server/preview-launch.ts';
import { publicAddress } from '../../../../../../../server/public-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (ctx) => {
		accessProgram(ctx, 'launch');
		return {
			key: crypto.randomUUID(),
			courses: [...(await courseTitles(ctx, locals.locale))].map(([value, label]) => ({ value, label })),
			choices: await audienceChoices(ctx),
			soon: new Date(ctx.now.getTime() + 21 * 24 * 3600_000).toISOString().slice(0, 10),
		};
	});

type Values = Record<string, string[]>;
type Read = { values: Values; wish: LaunchWish; unknown: string[] };

const valuesOf = (data: FormData): Values =>
	Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String)]));

/** What the form says: the same on each of its buttons, so that nothing is launched but what was shown. */
async function read(ctx: Ctx, data: FormData): Promise<Read | { values: Values; wrong: string }> {
	const values = valuesOf(data);
	const parsed = v.safeParse(launchForm, Object.fromEntries(data));
	const form = readAudienceForm(data);
	if (!parsed.success || !form) {
		const wrong = String(parsed.issues?.[0].path?.[0]?.key ?? 'audience');
		return { values, wrong };
	}
	if (contradictsItself(form)) return { values, wrong: 'who' };
	const { dueOn } = parsed.output;
	if (dueOn && dueOn < ctx.today) return { values, wrong: 'dueOn' };
	const { people, unknown } = await findListed(ctx, form.who === 'list' ? listedIn(form.list) : []);
	return { values, wish: { ...parsed.output, audience: audienceOf(form, people) }, unknown };
}

export const actions: Actions = {
	/** Shows whom it reaches, and the mail. */
	async preview({ locals, request, url }) {
		const data = await request.formData();
		const address = publicAddress(locals.upstander.config, url);
		const result = await locals.act(async (ctx) => {
			accessProgram(ctx, 'launch');
			const form = await read(ctx, data);
			if ('wrong' in form) return form;
			return {
				values: form.values,
				unknown: form.unknown,
				preview: await previewLaunch(ctx, form.wish, address),
			};
		});
		return 'wrong' in result ? fail(400, result) : result;
	},
	/** Shows the form again, as it was filled in. */
	async change({ locals, request }) {
		const data = await request.formData();
		await locals.act(async (ctx) => accessProgram(ctx, 'launch'));
		return { values: valuesOf(data) };
	},
	/** Sends the mail to whoever asks. */
	async test({ locals, request, url }) {
		const data = await request.formData();
		const address = publicAddress(locals.upstander.config, url);
		const result = await locals.act(async (ctx) => {
			accessProgram(ctx, 'launch');
			const form = await read(ctx, data);
			if ('wrong' in form) return form;
			const tested = await sendTestMail(ctx, form.wish, address);
			const preview = await previewLaunch(ctx, form.wish, address);
			return { values: form.values, unknown: form.unknown, preview, tested };
		});
		return 'wrong' in result ? fail(400, result) : result;
	},
	async launch({ locals, request, params, url }) {
		const data = await request.formData();
		const address = publicAddress(locals.upstander.config, url);
		const result = await locals.act(async (ctx) => {
			accessProgram(ctx, 'launch');
			const form = await read(ctx, data);
			return 'wrong' in form ? form : await launchCourse(ctx, form.wish, address);
		});
		if ('wrong' in result) return fail(400, result);
		redirect(303, `/o/${params.org}/app/program?asked=${result.asked}`);
	},
};
