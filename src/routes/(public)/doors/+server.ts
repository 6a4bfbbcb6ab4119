import { redirect } from '@sveltejs/kit';
import { slugOf } from '#lib/platform/org/server/create-org.ts';
import type { RequestHandler } from './$types';

/** Takes somebody who typed their organization's short name to its door. */
export const GET: RequestHandler = ({ url }) => {
	redirect(303, `/o/${slugOf(url.searchParams.get('slug') ?? '')}`);
};
