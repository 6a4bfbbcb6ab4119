import { storeShippedCourses } from './learning/server/store-shipped-courses.ts';
import { mailFollowsAddresses } from './people/server/follow-addresses.ts';
import { turnDay } from './people/server/turn-day.ts';
import type { Areas } from './platform/platform.ts';
import { progressProjection } from './program/server/project-progress.ts';

/** What the areas bring to a process: who follows which events, and what is stored at start. */
export const areas: Areas = {
	subscribers: [mailFollowsAddresses, progressProjection],
	queues: [],
	rounds: [{ name: 'people.turn-day', cron: '10 * * * *', run: turnDay }],
	atStart: [(db, now) => storeShippedCourses(db, now)],
};
