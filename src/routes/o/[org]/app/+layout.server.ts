import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { cast } from '#lib/demo/cast.ts';
import { ownName } from '#lib/people/server/find-person.ts';
import { redirect } from '@sveltejs/kit';
import { isTabletToken, tabletIdleMinutes } from '#lib/platform/auth/tablet-session.ts';
import { sessionCookie, tabletPath } from '../../../../server/session-cookie.ts';
import type { LayoutServerLoad } from './$types';

const castList = cast.map(({ number, name, part }) => ({ number, name, part }));

/** Every signed-in page: who may go where. Who is not signed in is asked to. */
export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const { actor, org } = locals;
	// On a shared tablet whoever comes next begins with a badge.
	if (actor.kind !== 'person' && org && isTabletToken(cookies.get(sessionCookie))) {
		redirect(303, `${tabletPath(org)}?lang=${locals.locale}`);
	}
	if (actor.kind !== 'person') throw new ExpectedError('sign_in_required');
	return {
		roles: { admin: actor.roles.has('program_admin'), handler: actor.roles.has('handler') },
		tablet: actor.onTablet ? { minutes: tabletIdleMinutes } : null,
		demo: org?.kind === 'demo' ? { cast: castList, current: (await locals.act(ownName)).number } : null,
	};
};
