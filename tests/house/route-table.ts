/** Who asks: nobody; three people of the organization; the admin of another one, who brings that one's cookie along. */
export const visitors = ['nobody', 'learner', 'admin', 'handler', 'stranger'] as const;
export type Who = (typeof visitors)[number];

/** The status that each visitor is answered with, in the order of `visitors`. */
type Answers = readonly [number, number, number, number, number];

export interface Form {
	/** The named action, where there are several. */
	readonly action?: string;
	readonly fields: (place: Place) => Record<string, string | Blob>;
	readonly answers: Answers;
}

export interface RouteRule {
	/** Where it is, with everything in the address filled in. */
	readonly path: (place: Place) => string;
	/** Absent where the route cannot be read. */
	readonly get?: Answers;
	readonly post?: Form;
}

/** What the addresses need to know. */
export interface Place {
	readonly org: string;
	/** The learner's enrollment, and its first step. */
	readonly enrollment: string;
	readonly mail: string;
	readonly staged: string;
	readonly launch: string;
	readonly session: string;
	/** Whose session that is. */
	readonly person: string;
	/** A fact of theirs. */
	readonly fact: string;
	/** Two others who may be made one. */
	readonly twin: string;
	readonly otherTwin: string;
	readonly site: string;
	readonly otherSite: string;
	readonly department: string;
	readonly otherDepartment: string;
	/** The grant that makes the admin one. */
	readonly grant: string;
	readonly key: Record<string, string>;
	/** A key for a form: another one each time. */
	newKey(): string;
}

/** `+` may, `-` is told that there is no such page, `?` is asked to sign in. */
const answers = (pattern: string, good: number): Answers =>
	[...pattern].map((sign) => ({ '+': good, '-': 404, '?': 401 })[sign] ?? 0) as unknown as Answers;

const everyone = (status: number) => answers('+++++', status);
const signedIn = (status: number) => answers('?+++?', status);
const learner = (status: number) => answers('?+--?', status);
const admin = (status: number) => answers('?-+-?', status);
const handler = (status: number) => answers('?--+?', status);

/** An id that nothing has. */
const missing = '00000000-0000-4000-8000-000000000000';
const app = '/o/[org]/app';
const desk = '/o/[org]/app/(desk)';
const step = '---\nkind: read\ntitle: Done\ncontinue: Done\n---\n\nOurs.\n';

/** Every route that reads or changes anything, by its folder under `src/routes`. */
export const routeTable: Record<string, RouteRule> = {
	'/(public)': {
		path: () => '/',
		get: everyone(200),
		post: {
			action: 'setUp',
			fields: () => ({ organization: 'Mine', name: 'Me', email: 'me@example.org', language: 'en' }),
			answers: everyone(303),
		},
	},
	'/(public)/demo': {
		path: () => '/demo',
		get: everyone(303),
		post: { fields: () => ({}), answers: everyone(303) },
	},
	'/(public)/doors': { path: () => '/doors?slug=Aldervale+Care', get: everyone(303) },
	'/(public)/portraits/[spec].svg': {
		path: () => '/portraits/mediumBangs.tan.green.none.none.calm.svg',
		get: everyone(200),
	},
	'/o/[org]': {
		path: ({ org }) => org,
		get: everyone(200),
		post: { fields: () => ({ email: 'who@example.org' }), answers: everyone(303) },
	},
	'/o/[org]/cast': {
		path: ({ org }) => `${org}/cast`,
		post: { fields: () => ({ number: 'none' }), answers: everyone(400) },
	},
	'/o/[org]/privacy': { path: ({ org }) => `${org}/privacy`, get: everyone(200) },
	'/o/[org]/mail/[token]': {
		path: ({ org }) => `${org}/mail/made-up`,
		get: everyone(404),
		post: { fields: () => ({ 'List-Unsubscribe': 'One-Click' }), answers: everyone(404) },
	},
	'/o/[org]/sign-in/[token]': {
		path: ({ org }) => `${org}/sign-in/made-up`,
		get: everyone(200),
		post: { fields: () => ({}), answers: everyone(410) },
	},
	'/o/[org]/sign-in/passkey': {
		path: ({ org }) => `${org}/sign-in/passkey`,
		post: { fields: () => ({}), answers: everyone(200) },
	},
	'/o/[org]/sign-in/passkey/answer': {
		path: ({ org }) => `${org}/sign-in/passkey/answer`,
		post: { fields: () => ({ answer: '{}' }), answers: everyone(403) },
	},
	'/o/[org]/tablet': {
		path: ({ org }) => `${org}/tablet`,
		get: everyone(200),
		// None of these devices is a shared tablet.
		post: { fields: () => ({ number: '1001', pin: '270461' }), answers: everyone(404) },
	},
	'/o/[org]/tablet/[code]': {
		path: ({ org }) => `${org}/tablet/7K2M-QX4D-9TPA`,
		get: everyone(303),
		post: { fields: () => ({ pin: '270461', again: '270461' }), answers: everyone(404) },
	},
	'/o/[org]/sign-in/sent': { path: ({ org }) => `${org}/sign-in/sent`, get: everyone(200) },
	'/o/[org]/speak-up': {
		path: ({ org }) => `${org}/speak-up`,
		get: everyone(200),
		post: { fields: () => ({ words: '' }), answers: everyone(400) },
	},
	[desk]: { path: ({ org }) => `${org}/app`, get: signedIn(200) },
	[`${desk}/account`]: { path: ({ org }) => `${org}/app/account`, get: signedIn(200) },
	[`${desk}/account/data`]: { path: ({ org }) => `${org}/app/account/data`, get: signedIn(200) },
	[`${desk}/account/data/copy`]: { path: ({ org }) => `${org}/app/account/data/copy`, get: signedIn(200) },
	[`${desk}/account/data/correction`]: {
		path: ({ org }) => `${org}/app/account/data/correction`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ key: newKey(), words: 'Wrong.' }), answers: signedIn(303) },
	},
	[`${desk}/account/data/erasure`]: {
		path: ({ org }) => `${org}/app/account/data/erasure`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ key: newKey() }), answers: signedIn(303) },
	},
	[`${desk}/account/facts`]: { path: ({ org }) => `${org}/app/account/facts`, get: signedIn(200) },
	[`${desk}/account/language`]: {
		path: ({ org }) => `${org}/app/account/language`,
		get: signedIn(303),
		post: { fields: () => ({ language: 'en' }), answers: signedIn(303) },
	},
	[`${desk}/account/mail`]: {
		path: ({ org }) => `${org}/app/account/mail`,
		get: signedIn(303),
		post: { fields: () => ({ kind: 'news', wanted: 'no' }), answers: signedIn(303) },
	},
	[`${desk}/account/name`]: {
		path: ({ org }) => `${org}/app/account/name`,
		get: signedIn(303),
		post: { fields: () => ({ preferredName: 'Ren' }), answers: signedIn(303) },
	},
	[`${desk}/account/passkeys`]: {
		path: ({ org }) => `${org}/app/account/passkeys`,
		post: { fields: () => ({}), answers: signedIn(200) },
	},
	[`${desk}/account/passkeys/answer`]: {
		path: ({ org }) => `${org}/app/account/passkeys/answer`,
		post: { fields: () => ({ name: 'Mine', answer: '{}' }), answers: signedIn(403) },
	},
	[`${desk}/account/passkeys/removal`]: {
		path: ({ org }) => `${org}/app/account/passkeys/removal`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ passkey: newKey() }), answers: signedIn(303) },
	},
	[`${desk}/account/pin`]: {
		path: ({ org }) => `${org}/app/account/pin`,
		get: signedIn(200),
		post: { fields: () => ({ pin: '270461', again: '270461' }), answers: signedIn(303) },
	},
	[`${desk}/account/session`]: {
		path: ({ org }) => `${org}/app/account/session`,
		get: signedIn(303),
		// Somebody else's session: it is answered as one's own that is gone already, and stays.
		post: { fields: ({ session }) => ({ session }), answers: signedIn(303) },
	},
	[`${desk}/courses`]: { path: ({ org }) => `${org}/app/courses`, get: admin(200) },
	[`${desk}/courses/[course]/adoption`]: {
		path: ({ org }) => `${org}/app/courses/stepping-in/adoption`,
		get: signedIn(303),
		post: { fields: () => ({}), answers: admin(303) },
	},
	[`${desk}/courses/[course]/steps/[step]`]: {
		path: ({ org }) => `${org}/app/courses/stepping-in/steps/before-you-go`,
		get: admin(200),
		post: { fields: () => ({ 'steps/before-you-go.md': step }), answers: admin(303) },
	},
	[`${desk}/help`]: { path: ({ org }) => `${org}/app/help?q=link`, get: signedIn(200) },
	[`${desk}/help/[topic]`]: { path: ({ org }) => `${org}/app/help/launch`, get: admin(200) },
	[`${desk}/data`]: { path: ({ org }) => `${org}/app/data`, get: admin(200) },
	[`${desk}/data/corrections/[correction]`]: {
		path: ({ org }) => `${org}/app/data/corrections/${missing}`,
		get: signedIn(303),
		post: { fields: () => ({ answer: 'Done.' }), answers: answers('?---?', 404) },
	},
	[`${desk}/data/erasures`]: {
		path: ({ org }) => `${org}/app/data/erasures`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ key: newKey(), number: '1003' }), answers: admin(303) },
	},
	[`${desk}/data/erasures/[erasure]`]: {
		path: ({ org }) => `${org}/app/data/erasures/${missing}`,
		get: answers('?---?', 404),
		post: { fields: () => ({ decision: 'erase' }), answers: answers('?---?', 404) },
	},
	[`${desk}/data/holds`]: {
		path: ({ org }) => `${org}/app/data/holds`,
		get: signedIn(303),
		post: {
			fields: ({ newKey }) => ({ key: newKey(), number: '1003', reason: 'A claim.' }),
			answers: admin(303),
		},
	},
	[`${desk}/data/holds/[hold]`]: {
		path: ({ org }) => `${org}/app/data/holds/${missing}`,
		get: signedIn(303),
		post: { fields: () => ({}), answers: answers('?---?', 404) },
	},
	[`${desk}/data/retention`]: { path: ({ org }) => `${org}/app/data/retention`, get: admin(200) },
	[`${desk}/keys`]: {
		path: ({ org }) => `${org}/app/keys`,
		get: handler(200),
		post: { fields: ({ key, newKey }) => ({ ...key, key: newKey() }), answers: handler(303) },
	},
	[`${desk}/notes`]: { path: ({ org }) => `${org}/app/notes`, get: handler(200) },
	[`${desk}/outbox`]: { path: ({ org }) => `${org}/app/outbox`, get: admin(200) },
	[`${desk}/outbox/[mail]`]: { path: ({ org, mail }) => `${org}/app/outbox/${mail}`, get: admin(200) },
	[`${desk}/outbox/retry`]: {
		path: ({ org }) => `${org}/app/outbox/retry`,
		get: signedIn(303),
		post: { fields: ({ newKey, mail }) => ({ key: newKey(), mail }), answers: admin(303) },
	},
	[`${desk}/outbox/test`]: {
		path: ({ org }) => `${org}/app/outbox/test`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ key: newKey() }), answers: admin(303) },
	},
	[`${desk}/people`]: { path: ({ org }) => `${org}/app/people`, get: admin(200) },
	// Before another file is sent: the key of this one lies in a cookie.
	[`${desk}/people/import/[import]/columns`]: {
		path: ({ org, staged }) => `${org}/app/people/import/${staged}/columns`,
		get: admin(200),
		post: {
			action: 'choose',
			fields: () => ({ sheet: '0', 'column-0': 'number', 'column-1': 'name' }),
			answers: admin(303),
		},
	},
	[`${desk}/people/import`]: {
		path: ({ org }) => `${org}/app/people/import`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({
				key: newKey(),
				file: new File(['Number,Name\n9001,New Person\n'], 'people.csv'),
			}),
			answers: admin(303),
		},
	},
	[`${desk}/people/import/[import]/problems.csv`]: {
		path: ({ org, staged }) => `${org}/app/people/import/${staged}/problems.csv`,
		get: admin(200),
	},
	[`${desk}/people/import/[import]`]: {
		path: ({ org, staged }) => `${org}/app/people/import/${staged}`,
		get: admin(200),
		post: { fields: () => ({}), answers: admin(303) },
	},
	[`${desk}/people/cards`]: {
		path: ({ org }) => `${org}/app/people/cards`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({
				key: newKey(),
				where: 'all',
				who: 'everyone',
				search: 'nobody of this name',
			}),
			answers: admin(200),
		},
	},
	[`${desk}/people/help/[person]`]: {
		path: ({ org, person }) => `${org}/app/people/help/${person}`,
		get: admin(200),
		post: { fields: ({ newKey }) => ({ key: newKey() }), answers: admin(200) },
	},
	[`${desk}/people/new`]: {
		path: ({ org }) => `${org}/app/people/new`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({
				key: newKey(),
				number: '9002',
				givenName: 'Hana',
				language: 'en',
				hiredOn: '2024-05-06',
			}),
			answers: admin(303),
		},
	},
	[`${desk}/people/[person]`]: {
		path: ({ org, person }) => `${org}/app/people/${person}`,
		get: admin(200),
	},
	[`${desk}/people/[person]/changes/[kind]`]: {
		path: ({ org, person }) => `${org}/app/people/${person}/changes/jobTitle`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({ key: newKey(), startsOn: '2024-05-06', jobTitle: 'Director' }),
			answers: admin(303),
		},
	},
	[`${desk}/people/[person]/corrections/[fact]`]: {
		path: ({ org, person, fact }) => `${org}/app/people/${person}/corrections/${fact}`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({
				key: newKey(),
				startsOn: '2021-03-02',
				givenName: 'Right',
				familyName: 'Name',
			}),
			answers: admin(303),
		},
	},
	[`${desk}/people/[person]/language`]: {
		path: ({ org, person }) => `${org}/app/people/${person}/language`,
		get: signedIn(303),
		post: { fields: () => ({ language: 'es' }), answers: admin(303) },
	},
	[`${desk}/people/chart`]: { path: ({ org }) => `${org}/app/people/chart`, get: admin(200) },
	[`${desk}/people/duplicates`]: { path: ({ org }) => `${org}/app/people/duplicates`, get: admin(200) },
	[`${desk}/people/duplicates/[one]/[other]`]: {
		path: ({ org, twin, otherTwin }) => `${org}/app/people/duplicates/${twin}/${otherTwin}`,
		get: admin(200),
	},
	[`${desk}/people/duplicates/[one]/[other]/different`]: {
		path: ({ org, twin, otherTwin }) => `${org}/app/people/duplicates/${twin}/${otherTwin}/different`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ key: newKey() }), answers: admin(303) },
	},
	[`${desk}/people/duplicates/[one]/[other]/merge`]: {
		path: ({ org, twin, otherTwin }) =>
			`${org}/app/people/duplicates/${twin}/${otherTwin}/merge?keep=${otherTwin}`,
		get: admin(200),
		post: {
			fields: ({ newKey, otherTwin }) => ({ key: newKey(), keep: otherTwin }),
			answers: admin(303),
		},
	},
	[`${desk}/people/sites`]: { path: ({ org }) => `${org}/app/people/sites`, get: admin(200) },
	[`${desk}/people/sites/new`]: {
		path: ({ org }) => `${org}/app/people/sites/new`,
		get: signedIn(303),
		post: { fields: () => ({ name: 'Annex' }), answers: admin(303) },
	},
	[`${desk}/people/sites/[site]`]: {
		path: ({ org, site }) => `${org}/app/people/sites/${site}`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({ key: newKey(), name: 'Renamed site', startsOn: '2024-05-06' }),
			answers: admin(303),
		},
	},
	[`${desk}/people/sites/[site]/merge`]: {
		path: ({ org, site, otherSite }) => `${org}/app/people/sites/${site}/merge?into=${otherSite}`,
		get: admin(200),
		post: { fields: ({ newKey, otherSite }) => ({ key: newKey(), into: otherSite }), answers: admin(303) },
	},
	[`${desk}/people/departments`]: { path: ({ org }) => `${org}/app/people/departments`, get: admin(200) },
	[`${desk}/people/departments/new`]: {
		path: ({ org }) => `${org}/app/people/departments/new`,
		get: signedIn(303),
		post: { fields: () => ({ name: 'Annex' }), answers: admin(303) },
	},
	[`${desk}/people/departments/[department]`]: {
		path: ({ org, department }) => `${org}/app/people/departments/${department}`,
		get: admin(200),
		post: {
			fields: ({ newKey }) => ({ key: newKey(), name: 'Renamed department', startsOn: '2024-05-06' }),
			answers: admin(303),
		},
	},
	[`${desk}/people/departments/[department]/merge`]: {
		path: ({ org, department, otherDepartment }) =>
			`${org}/app/people/departments/${department}/merge?into=${otherDepartment}`,
		get: admin(200),
		post: {
			fields: ({ newKey, otherDepartment }) => ({ key: newKey(), into: otherDepartment }),
			answers: admin(303),
		},
	},
	[`${desk}/people/roles`]: {
		path: ({ org }) => `${org}/app/people/roles`,
		get: admin(200),
		post: {
			fields: ({ newKey, person }) => ({ key: newKey(), person, role: 'coach', from: '', until: '' }),
			answers: admin(303),
		},
	},
	[`${desk}/people/roles/end`]: {
		path: ({ org }) => `${org}/app/people/roles/end`,
		get: signedIn(303),
		// The only program admin: the one who may take roles away is told that somebody has to remain.
		post: { fields: ({ grant }) => ({ grant }), answers: admin(409) },
	},
	[`${desk}/people/tablets`]: {
		path: ({ org }) => `${org}/app/people/tablets`,
		get: admin(200),
		// One that is taken signs the admin out: the journey of the tablet does that.
		post: { fields: ({ newKey }) => ({ key: newKey(), name: '', site: '' }), answers: admin(400) },
	},
	[`${desk}/people/tablets/off`]: {
		path: ({ org }) => `${org}/app/people/tablets/off`,
		get: signedIn(303),
		post: { fields: ({ newKey }) => ({ tablet: newKey() }), answers: admin(303) },
	},
	[`${desk}/program`]: { path: ({ org }) => `${org}/app/program`, get: admin(200) },
	[`${desk}/program/[course]`]: {
		path: ({ org }) => `${org}/app/program/stepping-in?by=manager`,
		get: admin(200),
	},
	[`${desk}/program/[course]/people`]: {
		path: ({ org }) => `${org}/app/program/stepping-in/people?state=open`,
		get: admin(200),
	},
	[`${desk}/program/[course]/export.csv`]: {
		path: ({ org }) => `${org}/app/program/stepping-in/export.csv`,
		get: admin(200),
	},
	[`${desk}/program/[course]/export.xlsx`]: {
		path: ({ org }) => `${org}/app/program/stepping-in/export.xlsx`,
		get: admin(200),
	},
	[`${desk}/program/stamp`]: { path: ({ org }) => `${org}/app/program/stamp`, get: admin(200) },
	// Of the three, the admin alone has somebody who reports to her; nobody leads a team that is none.
	[`${desk}/team`]: { path: ({ org }) => `${org}/app/team`, get: admin(200) },
	[`${desk}/team/[leader]`]: {
		path: ({ org, enrollment }) => `${org}/app/team/${enrollment}`,
		get: answers('?---?', 200),
	},
	[`${desk}/program/launch`]: {
		path: ({ org }) => `${org}/app/program/launch`,
		get: admin(200),
		post: {
			action: 'launch',
			fields: ({ newKey }) => ({ key: newKey(), course: 'stepping-in', dueOn: '', who: 'everyone' }),
			answers: admin(303),
		},
	},
	[`${desk}/program/launches`]: { path: ({ org }) => `${org}/app/program/launches`, get: admin(200) },
	[`${desk}/program/launches/[launch]/end`]: {
		path: ({ org, launch }) => `${org}/app/program/launches/${launch}/end`,
		get: admin(200),
		post: { fields: () => ({}), answers: admin(303) },
	},
	[`${app}/awake`]: {
		path: ({ org }) => `${org}/app/awake`,
		post: { fields: () => ({}), answers: signedIn(204) },
	},
	[`${app}/done`]: {
		path: ({ org }) => `${org}/app/done`,
		// For who signed in on a shared tablet alone.
		post: { fields: () => ({}), answers: answers('?---?', 303) },
	},
	[`${desk}/set-up`]: { path: ({ org }) => `${org}/app/set-up`, get: admin(200) },
	[`${desk}/set-up/course`]: {
		path: ({ org }) => `${org}/app/set-up/course`,
		get: signedIn(303),
		post: { fields: () => ({ course: 'stepping-in' }), answers: admin(303) },
	},
	[`${desk}/set-up/later`]: {
		path: ({ org }) => `${org}/app/set-up/later`,
		get: signedIn(303),
		post: {
			fields: ({ newKey }) => ({ key: newKey(), step: 'mail', choice: 'later' }),
			answers: admin(303),
		},
	},
	[`${app}/learn/[enrollment]`]: {
		path: ({ org, enrollment }) => `${org}/app/learn/${enrollment}`,
		get: learner(303),
	},
	[`${app}/learn/[enrollment]/[step]`]: {
		path: ({ org, enrollment }) => `${org}/app/learn/${enrollment}/break-table`,
		get: learner(200),
		post: { fields: ({ newKey }) => ({ key: newKey(), option: 'say' }), answers: learner(303) },
	},
	[`${app}/learn/[enrollment]/done`]: {
		path: ({ org, enrollment }) => `${org}/app/learn/${enrollment}/done`,
		get: learner(303),
	},
	// Last, because it signs its visitor out.
	[`${desk}/account/sessions`]: {
		path: ({ org }) => `${org}/app/account/sessions`,
		get: signedIn(303),
		post: { fields: () => ({}), answers: signedIn(303) },
	},
};
