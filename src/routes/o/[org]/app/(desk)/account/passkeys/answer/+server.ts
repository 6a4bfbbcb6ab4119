import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { addPasskey } from '#lib/platform/auth/server/passkey.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { deviceOf } from '../../../../../../../../server/device.ts';
import { jsonField } from '../../../../../../../../server/json-field.ts';
import { passkeyHome } from '../../../../../../../../server/public-address.ts';
import type { RequestHandler } from './$types';

const named = v.pipe(v.string(), v.trim(), v.maxLength(60));

/** Adds what the device answered. */
export const POST: RequestHandler = async ({ locals, request, params, url }) => {
	const data = await request.formData();
	const parsed = v.safeParse(named, data.get('name') ?? '');
	if (!parsed.success) throw new ExpectedError('invalid_input');
	const wish = { answer: jsonField(data, 'answer'), name: parsed.output || deviceOf(request.headers) };
	const home = passkeyHome(locals.upstander.config, url);
	if (!(await locals.act((ctx) => addPasskey(ctx, home, wish)))) throw new ExpectedError('passkey_refused');
	return json({ to: `/o/${params.org}/app/account` });
};
