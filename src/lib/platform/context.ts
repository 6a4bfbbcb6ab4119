import type { Tx } from './db/server/database.ts';
import type { JobData } from './jobs/server/jobs.ts';

export type Locale = 'en' | 'es';

export interface Org {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	readonly kind: 'real' | 'demo';
	readonly language: Locale;
	/** IANA, such as `America/New_York`: where its days begin, unless a place of work says otherwise. */
	readonly timeZone: string;
}

/** Roles are granted with dates; a person without any is a learner. */
export const roles = [
	'program_admin',
	'leader',
	'expert',
	'handler',
	'investigator',
	'coach',
	'auditor',
	'facilitator',
	'author',
	'interpreter',
	'representative',
	'custodian',
	'counsel',
] as const;
export type Role = (typeof roles)[number];

/** Who acts. On the speak-up branch it is always nobody. */
export type Actor =
	| { readonly kind: 'nobody' }
	| { readonly kind: 'system' }
	| {
			readonly kind: 'person';
			readonly accountId: string;
			readonly sessionId: string;
			/** Empty on a shared tablet: a PIN opens what is one's own, never a desk. */
			readonly roles: ReadonlySet<Role>;
			/** Signed in on a shared tablet, for a few minutes. */
			readonly onTablet?: boolean;
	  };

/** The context that every verb takes first: nothing is reached but through it. */
export interface Ctx {
	readonly tx: Tx;
	readonly org: Org;
	readonly actor: Actor;
	/** The only clock: time is an argument. */
	readonly now: Date;
	/** The day it is then, where the organization is: `YYYY-MM-DD`. */
	readonly today: string;
	/** Sends jobs inside this transaction: they run if and only if it commits. */
	send(queue: string, jobs: readonly Omit<JobData, 'org'>[]): Promise<void>;
	/** Noted by every `access…`; a page that reads without having asked is refused. */
	readonly asked: { access: boolean };
}
