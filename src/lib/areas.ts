import { learningData } from './learning/server/data.ts';
import { enrollmentsFollowMerge } from './learning/server/follow-merge.ts';
import { storeShippedCourses } from './learning/server/store-shipped-courses.ts';
import { applyImportQueue } from './people/server/apply-import.ts';
import { closeDoors, leaversAreSignedOut } from './people/server/close-doors.ts';
import { peopleData } from './people/server/data.ts';
import { mailFollowsAddresses } from './people/server/follow-addresses.ts';
import { forgetImports } from './people/server/stage-import.ts';
import { turnDay } from './people/server/turn-day.ts';
import type { Areas } from './platform/platform.ts';
import { signInData } from './platform/auth/server/data.ts';
import { platformData } from './platform/privacy/server/platform-data.ts';
import { privacyData } from './privacy/server/data.ts';
import { retention } from './privacy/server/retain.ts';
import { programData } from './program/server/data.ts';
import { countAtStart, turnProgress } from './program/server/count-progress.ts';
import { askSome, launchQueue } from './program/server/ask-people.ts';
import { assignmentsFollowMerge } from './program/server/follow-merge.ts';
import { newcomersAreAsked } from './program/server/launch-course.ts';
import { remind } from './program/server/remind.ts';
import { progressProjection } from './program/server/project-progress.ts';
import { setUpData } from './setup/server/data.ts';
import { speakupData } from './speakup/server/data.ts';

/** Every table: earlier ones are referred to by later ones. */
const data = [
	...platformData,
	...signInData,
	...peopleData,
	...learningData,
	...programData,
	...speakupData,
	...privacyData,
	...setUpData,
];

/** What the areas bring to a process: who follows which events, and what is stored at start. */
export const areas: Areas = {
	data,
	subscribers: [
		leaversAreSignedOut,
		mailFollowsAddresses,
		enrollmentsFollowMerge,
		assignmentsFollowMerge,
		progressProjection,
		newcomersAreAsked,
	],
	queues: [
		applyImportQueue,
		{ queue: launchQueue, run: async (ctx, job) => void (await askSome(ctx, String(job.launch))) },
	],
	rounds: [
		{ name: 'people.forget-imports', cron: '*/10 * * * *', run: forgetImports },
		{ name: 'people.turn-day', cron: '10 * * * *', run: turnDay },
		{ name: 'program.turn-progress', cron: '*/5 * * * *', run: turnProgress },
		{
			name: 'program.remind',
			cron: '20 * * * *',
			run: async (ctx, { config }) => void (await remind(ctx, config.PUBLIC_URL)),
		},
		closeDoors,
		retention(data),
	],
	atStart: [(db, now) => storeShippedCourses(db, now), countAtStart],
};
