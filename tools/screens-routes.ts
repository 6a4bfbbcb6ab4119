import type { Page } from 'playwright-core';
import type { CastMember } from '../src/lib/demo/cast.ts';
import { reachStep } from './screens/reach-step.ts';

/** Where the picture of a page is taken, and as whom. */
export interface ScreenRoute {
	/** Begins the file names. */
	readonly name: string;
	/** Its folder under `src/routes`: the page is taken again when a file that it is made of has changed. */
	readonly folder: string;
	/** Under the demo organization, unless it begins with `//`: then under the whole installation. */
	readonly path: string;
	/** Who looks; without it, nobody who has signed in. */
	readonly as?: CastMember['part'];
	/** Goes on from `path` to where the picture is taken. */
	readonly reach?: (page: Page) => Promise<void>;
	/** Before the demo is there: the installation as it is on the first day. */
	readonly empty?: true;
}

const desk = 'o/[org]/app/(desk)';
const learn = 'o/[org]/app/learn/[enrollment]';
const step = (id: string): ScreenRoute => ({
	name: `step-${id}`,
	folder: `${learn}/[step]`,
	path: '/app',
	as: 'learner',
	reach: (page) => reachStep(page, id),
});

async function toFact(page: Page, kind: string): Promise<void> {
	await page.locator('tbody th a').first().click();
	await page.locator(`a[href$="/changes/${kind}"]`).click();
}

/** The pages, in an order in which each can be reached from the one before. Add yours. */
export const screenRoutes: readonly ScreenRoute[] = [
	{ name: 'first-run', folder: '(public)', path: '//', empty: true },
	{ name: 'doors', folder: '(public)', path: '//' },
	{ name: 'design', folder: '(public)/design', path: '//design' },
	{ name: 'sign-in', folder: 'o/[org]', path: '' },
	{ name: 'sign-in-sent', folder: 'o/[org]/sign-in/sent', path: '/sign-in/sent' },
	{ name: 'sign-in-used', folder: 'o/[org]/sign-in/[token]', path: '/sign-in/no-such-link' },
	{ name: 'tablet-not-one', folder: 'o/[org]/tablet', path: '/tablet' },
	{ name: 'speak-up', folder: 'o/[org]/speak-up', path: '/speak-up' },
	{ name: 'speak-up-sent', folder: 'o/[org]/speak-up/sent', path: '/speak-up/sent' },
	{ name: 'privacy', folder: 'o/[org]/privacy', path: '/privacy' },
	{ name: 'missing', folder: '', path: '/nothing-here' },

	{ name: 'today', folder: desk, path: '/app', as: 'learner' },
	...['break-table', 'what-to-look-for', 'eight-and-nine', 'where-you-work', 'the-call', 'before-you-go'].map(
		step,
	),
	{
		name: 'course-done',
		folder: `${learn}/done`,
		path: '/app',
		as: 'learner',
		reach: (page) => reachStep(page, 'done'),
	},
	{ name: 'today-done', folder: desk, path: '/app', as: 'learner' },
	{ name: 'account', folder: `${desk}/account`, path: '/app/account', as: 'learner' },
	{ name: 'own-data', folder: `${desk}/account/data`, path: '/app/account/data', as: 'learner' },
	{ name: 'pin', folder: `${desk}/account/pin`, path: '/app/account/pin', as: 'learner' },

	{ name: 'people', folder: `${desk}/people`, path: '/app/people', as: 'admin' },
	{
		name: 'people-none-found',
		folder: `${desk}/people`,
		path: '/app/people?search=nobody+of+this+name',
		as: 'admin',
	},
	{ name: 'people-new', folder: `${desk}/people/new`, path: '/app/people/new', as: 'admin' },
	{
		name: 'person',
		folder: `${desk}/people/[person]`,
		path: '/app/people?search=1001',
		as: 'admin',
		reach: (page) => page.locator('tbody th a').first().click(),
	},
	{
		name: 'person-change',
		folder: `${desk}/people/[person]/changes/[kind]`,
		path: '/app/people?search=1001',
		as: 'admin',
		reach: (page) => toFact(page, 'workPlaces'),
	},
	{ name: 'sites', folder: `${desk}/people/sites`, path: '/app/people/sites', as: 'admin' },
	{
		name: 'site',
		folder: `${desk}/people/sites/[site]`,
		path: '/app/people/sites',
		as: 'admin',
		reach: (page) => page.locator('tbody th a').first().click(),
	},
	{ name: 'departments', folder: `${desk}/people/departments`, path: '/app/people/departments', as: 'admin' },
	{ name: 'chart', folder: `${desk}/people/chart`, path: '/app/people/chart', as: 'admin' },
	{ name: 'duplicates', folder: `${desk}/people/duplicates`, path: '/app/people/duplicates', as: 'admin' },
	{ name: 'account-facts', folder: `${desk}/account/facts`, path: '/app/account/facts', as: 'learner' },
	{ name: 'people-import', folder: `${desk}/people/import`, path: '/app/people/import', as: 'admin' },
	{ name: 'roles', folder: `${desk}/people/roles`, path: '/app/people/roles?find=Lucía', as: 'admin' },
	{ name: 'tablets', folder: `${desk}/people/tablets`, path: '/app/people/tablets', as: 'admin' },
	{ name: 'cards', folder: `${desk}/people/cards`, path: '/app/people/cards', as: 'admin' },
	{ name: 'program', folder: `${desk}/program`, path: '/app/program', as: 'admin' },
	{
		name: 'program-course-by-manager',
		folder: `${desk}/program/[course]`,
		path: '/app/program/stepping-in?by=manager',
		as: 'admin',
	},
	{
		name: 'program-people',
		folder: `${desk}/program/[course]/people`,
		path: '/app/program/stepping-in/people?state=overdue',
		as: 'admin',
	},
	{ name: 'team', folder: `${desk}/team`, path: '/app/team', as: 'manager' },
	{
		name: 'program-launch',
		folder: `${desk}/program/launch`,
		path: '/app/program/launch',
		as: 'admin',
	},
	{ name: 'courses', folder: `${desk}/courses`, path: '/app/courses', as: 'admin' },
	{
		name: 'course-step',
		folder: `${desk}/courses/[course]/steps/[step]`,
		path: '/app/courses/stepping-in/steps/break-table',
		as: 'admin',
	},
	{ name: 'data', folder: `${desk}/data`, path: '/app/data', as: 'admin' },
	{ name: 'retention', folder: `${desk}/data/retention`, path: '/app/data/retention', as: 'admin' },
	{ name: 'set-up', folder: `${desk}/set-up`, path: '/app/set-up', as: 'admin' },
	{ name: 'help', folder: `${desk}/help`, path: '/app/help', as: 'learner' },
	{ name: 'help-topic', folder: `${desk}/help/[topic]`, path: '/app/help/import', as: 'admin' },
	{ name: 'outbox', folder: `${desk}/outbox`, path: '/app/outbox', as: 'admin' },
	{ name: 'notes', folder: `${desk}/notes`, path: '/app/notes', as: 'handler' },
	{ name: 'keys', folder: `${desk}/keys`, path: '/app/keys', as: 'handler' },
];
