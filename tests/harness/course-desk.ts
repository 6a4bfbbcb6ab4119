import { adoptedVersion } from '../../src/lib/learning/server/course-version.ts';
import { adoptShipped, overlayCourse } from '../../src/lib/learning/server/overlay-course.ts';
import { viewCourses, viewStepFiles } from '../../src/lib/learning/server/view-course.ts';
import { viewStep } from '../../src/lib/learning/server/view-step.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';
import { as, system } from './actors.ts';
import { newLearner } from './learners.ts';
import type { TestOrg } from './orgs.ts';

/** What the admin of an organization does with the small course, and what its learners then see. */
export function courseDesk(platform: Platform, home: TestOrg) {
	const { org, admin } = home;
	return {
		/** Lays own words over files. */
		lay: (words: Record<string, string>) =>
			platform.act(org, as(admin), (ctx) => overlayCourse(ctx, 'small', words)),
		/** Takes the version that ships now. */
		take: () => platform.act(org, as(admin), (ctx) => adoptShipped(ctx, 'small')),
		/** The two files of the first step, English first. */
		files: async () =>
			(await platform.act(org, as(admin), (ctx) => viewStepFiles(ctx, 'small', 'welcome', 'en'))).files,
		/** Name of the version that new enrollments get. */
		adopted: async () => (await platform.act(org, system, (ctx) => adoptedVersion(ctx, 'small'))).hash,
		/** The course in the admin's list. */
		course: async () =>
			(await platform.act(org, as(admin), (ctx) => viewCourses(ctx, 'en'))).find(({ id }) => id === 'small'),
		/** Somebody who is enrolled now, and what their first step says whenever it is asked. */
		async begins(name: string) {
			const learner = await newLearner(platform, home, name, 'small');
			const view = () =>
				platform.act(org, as(learner.person), (ctx) => viewStep(ctx, learner.enrollment, 'welcome', 'en'));
			return { learner, words: async () => JSON.stringify(await view()) };
		},
	};
}
