/** How a course was brought to people: site after site, and to newcomers as they come. */
export interface Launch {
	readonly course: string;
	readonly waves: readonly Wave[];
	/** How many days a newcomer has. */
	readonly newcomerDays: number;
	/** Of polls: how many of a hundred choose what. Without it, and in questions, a likelihood is made up for each option. */
	readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Wave {
	/** States and provinces whose sites it reaches. */
	readonly regions: readonly string[];
	readonly daysAgo: number;
	/** How many days they have. */
	readonly days: number;
}

/** What was launched when. Another course joins by another entry. */
export const launches: readonly Launch[] = [
	{
		course: 'stepping-in',
		waves: [
			{ regions: ['NY', 'CT'], daysAgo: 112, days: 45 },
			{ regions: ['IL'], daysAgo: 70, days: 49 },
			{ regions: ['CA', 'TX', 'ON'], daysAgo: 32, days: 42 },
		],
		newcomerDays: 30,
		votes: {
			'where-you-work': { 'nearly-always': 9, often: 21, sometimes: 34, rarely: 22, 'not-seen': 14 },
		},
	},
];
