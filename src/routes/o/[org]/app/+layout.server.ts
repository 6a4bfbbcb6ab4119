import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { ownName } from '#lib/people/server/find-person.ts';
import { cast } from '#lib/demo/cast.ts';
import type { LayoutServerLoad } from './$types';

/** Every signed-in page: who may go where. Who is not signed in is asked to. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { actor, org, upstander } = locals;
	if (actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	const demo = org?.kind === 'demo';
	return {
		roles: { admin: actor.roles.has('program_admin'), handler: actor.roles.has('handler') },
		outbox: upstander.mailer === undefined,
		cast: demo ? cast.map(({ number, name, part }) => ({ number, name, part })) : null,
		playing: demo ? (await locals.act(ownName)).number : null,
	};
};
