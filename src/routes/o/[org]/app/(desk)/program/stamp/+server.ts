import { text } from '@sveltejs/kit';
import { progressStamp } from '#lib/program/server/progress-stamp.ts';
import type { RequestHandler } from './$types';

/** Whether anything has changed since a page was loaded. */
export const GET: RequestHandler = async ({ locals }) =>
	text(await locals.act(progressStamp), { headers: { 'cache-control': 'no-store' } });
