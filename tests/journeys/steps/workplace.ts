import { languageTag } from '../../../src/lib/platform/i18n/locale.ts';
import type { Locale } from '../../../src/lib/platform/context.ts';
import { startApp, type RunningApp } from '../../harness/app.ts';
import { openDemo } from '../../harness/demo.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test as base } from '../../harness/journey.ts';
import { openMailServer, type MailServer } from '../../harness/mail-server.ts';
import { sendForm, sessionOf } from './send-form.ts';
import { wordsIn, type Words } from './words.ts';

export { expect, expectAccessible, expectNoSidewaysScroll };

/** Somebody whom the workplace has asked to take the course, and who has not opened the mail yet. */
export interface Newcomer {
	readonly number: string;
	readonly name: string;
	readonly givenName: string;
	readonly email: string;
	readonly language: Locale;
	/** The link in the mail that asks them. */
	readonly invitation: string;
}

export interface Workplace {
	readonly name: string;
	readonly slug: string;
	/** Where its pages begin: `/o/<slug>`. */
	readonly door: string;
	/** Program admin and handler of notes. */
	readonly founder: { readonly name: string; readonly email: string };
	/** A session of the founder, as the value of a `Cookie` header. */
	readonly founderSession: string;
	/** The next person who speaks this language. */
	newcomer(language: Locale): Promise<Newcomer>;
	/** Somebody who comes only now, and is asked to take the course as it stands now. */
	hire(language: Locale): Promise<Newcomer>;
}

interface TestFixtures {
	/** The visitor's language. */
	language: Locale;
	/** What pages say in it. */
	words: Words;
}

interface WorkerFixtures {
	mails: MailServer;
	/** An organization with some dozens of people, all asked to take the course. */
	workplace: Workplace;
	/** Where the demo organization's pages begin, beside the workplace. */
	demoDoor: string;
}

/** Each journey calls people of its own; all ways of all journeys call more. */
const size = process.env.UPSTANDER_FULL ? 100 : 40;

/** Journeys that begin where an organization is at work: its mail goes to a real mail server. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
	language: ['en', { option: true }],
	words: ({ language }, use) => use(wordsIn(language)),
	locale: ({ language }, use) => use(languageTag[language]),
	mails: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
		async ({}, use) => {
			const mails = await openMailServer();
			await use(mails);
			await mails.close();
		},
		{ scope: 'worker' },
	],
	app: [
		async ({ mails }, use) => {
			const app = await startApp({ env: { SMTP_URL: mails.url } });
			await use(app);
			await app.remove();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
	workplace: [
		({ app, mails }, use) => openWorkplace(app, mails).then(use),
		{ scope: 'worker', timeout: 60_000 },
	],
	demoDoor: [
		async ({ app }, use) => {
			await use(await openDemo(app.url));
		},
		{ scope: 'worker', timeout: 60_000 },
	],
});

/** Sets it up by the forms that people use. */
async function openWorkplace(app: RunningApp, mails: MailServer): Promise<Workplace> {
	const name = 'Bright Harbor Clinic';
	const founder = { name: 'Grace Okafor', email: 'grace.okafor@harbor.example' };
	const wish = { organization: name, name: founder.name, email: founder.email, language: 'en' };
	const founded = await sendForm(`${app.url}/?/setUp`, wish);
	const founderSession = sessionOf(founded);
	const home = new URL(founded.headers.get('location') ?? '', app.url).pathname;

	const people = Array.from({ length: size }, (_, index) => invent(index));
	await ask(people);
	let hired = 0;
	const waiting = [...people];
	const door = home.replace(/\/app$/, '');
	return {
		name,
		slug: door.replace('/o/', ''),
		door,
		founder,
		founderSession,
		async newcomer(language) {
			const next = waiting.findIndex((person) => person.language === language);
			const person = waiting.splice(next, 1)[0];
			if (next === -1 || !person) throw new Error(`All who speak ${language} have been called already.`);
			return invited(person);
		},
		async hire(language) {
			hired += 1;
			const givenName = `Nel${'l'.repeat(hired)}`;
			const email = `nel.${hired}@harbor.example`;
			const person = { number: String(900 + hired), name: `${givenName} Ward`, givenName, email, language };
			await ask([person]);
			return invited(person);
		},
	};

	/** Brings people in and asks the course of everyone who has not been asked yet. */
	async function ask(people: readonly Omit<Newcomer, 'invitation'>[]): Promise<void> {
		const lines = people.map(({ number, name, email, language }) =>
			[number, name, email, language, 'Nursing'].join(),
		);
		const file = new File([['Number,Name,E-mail,Language,Department', ...lines].join('\n')], 'people.csv');
		const importing = `${app.url}${home}/people/import`;
		const staged = await sendForm(importing, { key: crypto.randomUUID(), file }, founderSession);
		await sendForm(new URL(staged.headers.get('location') ?? '', importing).href, {}, founderSession);
		const asked = { key: crypto.randomUUID(), course: 'stepping-in', dueOn: '' };
		await sendForm(`${app.url}${home}/program/launch?/launch`, asked, founderSession);
	}

	async function invited(person: Omit<Newcomer, 'invitation'>): Promise<Newcomer> {
		const { link } = await mails.mailTo(person.email);
		return { ...person, invitation: link ?? '' };
	}
}

const given = 'Alma,Bo,Celia,Dev,Ema,Fay,Gil,Hana,Ivo,June'.split(',');
const family = 'Reyes,Stone,Tello,Uddin,Vega,Wong,Xu,Young,Zapata,Abel'.split(',');

function invent(index: number): Omit<Newcomer, 'invitation'> {
	const givenName = given[index % given.length] ?? '';
	const name = `${givenName} ${family[Math.floor(index / given.length)]}`;
	const email = `${name.toLowerCase().replace(' ', '.')}@harbor.example`;
	return { number: String(500 + index), name, givenName, email, language: index % 2 ? 'es' : 'en' };
}
