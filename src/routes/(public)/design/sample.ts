import type { Progress } from '#lib/ui/view.ts';

export interface Site {
	name: string;
	where?: string;
	people: number;
	done: number;
	going: number;
	not: number;
	over: number;
}

export const sites: Site[] = [
	{ name: 'Bayview Home Care', where: 'California', people: 214, done: 121, going: 24, not: 38, over: 31 },
	{
		name: 'Central Kitchen and Laundry',
		where: 'Illinois',
		people: 92,
		done: 34,
		going: 9,
		not: 22,
		over: 27,
	},
	{ name: 'Night and Float Pool', where: 'Illinois', people: 72, done: 21, going: 12, not: 20, over: 19 },
	{ name: 'Valley Dialysis', where: 'California', people: 131, done: 96, going: 14, not: 15, over: 6 },
	{ name: 'Alder Street Hospital', where: 'Illinois', people: 612, done: 468, going: 58, not: 82, over: 4 },
];
export const sum: Site = { name: 'All sites', people: 3000, done: 2289, going: 272, not: 340, over: 99 };

const number = new Intl.NumberFormat('en-US');
export const split = (site: Site) => [
	{ is: 'done' as const, count: site.done, word: 'Done', figure: number.format(site.done) },
	{ is: 'going' as const, count: site.going, word: 'Going', figure: number.format(site.going) },
	{
		is: 'not-started' as const,
		count: site.not,
		word: 'Not started, in time',
		figure: number.format(site.not),
	},
	{ is: 'overdue' as const, count: site.over, word: 'Overdue', figure: number.format(site.over) },
];

const person = (name: string, state: Progress, word: string, job: string, due: string) => ({
	name,
	state,
	word,
	job,
	manager: 'Ruth Okafor',
	due,
	mail: `${name.toLowerCase().replace(' ', '.')}@aldervale.example`,
});
export const people = [
	person('Ana Delgado', 'overdue', 'Overdue', 'Home aide', 'November 3'),
	person('Ben Achterberg', 'not-started', 'Not started', 'Driver', 'December 31'),
	person('Chiara Lindqvist', 'going', 'Going', 'Registered nurse', 'December 31'),
	person('Dolores Whitfield', 'done', 'Done', 'Scheduler', 'December 31'),
	person('Emeka Nwosu', 'paused', 'On leave', 'Home aide', 'January 12'),
];
