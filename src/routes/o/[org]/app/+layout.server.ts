import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { cast } from '#lib/demo/cast.ts';
import { ownName } from '#lib/people/server/find-person.ts';
import type { LayoutServerLoad } from './$types';

const castList = cast.map(({ number, name, part }) => ({ number, name, part }));

/** Every signed-in page: who may go where. Who is not signed in is asked to. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { actor, org } = locals;
	if (actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	return {
		roles: { admin: actor.roles.has('program_admin'), handler: actor.roles.has('handler') },
		demo: org?.kind === 'demo' ? { cast: castList, current: (await locals.act(ownName)).number } : null,
	};
};
