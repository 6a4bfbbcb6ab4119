import { storeShippedCourses } from './learning/server/store-shipped-courses.ts';
import { turnDay } from './people/server/turn-day.ts';
import type { Areas } from './platform/platform.ts';
import { askSome, launchQueue } from './program/server/ask-people.ts';
import { newcomersAreAsked } from './program/server/launch-course.ts';
import { remind } from './program/server/remind.ts';
import { tidySignIn } from './platform/auth/server/tidy-sign-in.ts';
import { progressProjection } from './program/server/project-progress.ts';

/** What the areas bring to a process: who follows which events, and what is stored at start. */
export const areas: Areas = {
	subscribers: [progressProjection, newcomersAreAsked],
	queues: [{ queue: launchQueue, run: async (ctx, job) => void (await askSome(ctx, String(job.launch))) }],
	rounds: [
		{ name: 'people.turn-day', cron: '10 * * * *', run: turnDay },
		{
			name: 'program.remind',
			cron: '20 * * * *',
			run: async (ctx, { config }) => void (await remind(ctx, config.PUBLIC_URL)),
		},
		tidySignIn,
	],
	atStart: [(db, now) => storeShippedCourses(db, now)],
};
