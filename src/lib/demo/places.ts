/** What happens at a site; it decides which departments there are. */
export type SiteKind = 'hospital' | 'rehabilitation' | 'nursing' | 'homeCare' | 'clinic' | 'plant';

export interface PlannedSite {
	readonly name: string;
	/** What it was called before its new name, which came in the last year. */
	readonly formerName?: string;
	readonly kind: SiteKind;
	readonly country: string;
	readonly region: string;
	readonly city: string;
	readonly timeZone: string;
	readonly industry: string;
	/** Year in which it opened. */
	readonly since: number;
	/** How many of a thousand people work here. */
	readonly weight: number;
}

const place = (
	name: string,
	kind: SiteKind,
	[city, region, timeZone]: readonly [string, string, string],
	since: number,
	weight: number,
	more: { formerName?: string; country?: string } = {},
): PlannedSite => ({
	name,
	kind,
	country: 'US',
	region,
	city,
	timeZone,
	industry: industries[kind],
	since,
	weight,
	...more,
});

const industries: Readonly<Record<SiteKind, string>> = {
	hospital: 'Hospital',
	rehabilitation: 'Rehabilitation center',
	nursing: 'Nursing home',
	homeCare: 'Home health care',
	clinic: 'Outpatient clinic',
	plant: 'Food and laundry services',
};

const newYork = ['New York', 'NY', 'America/New_York'] as const;
const chicago = ['Chicago', 'IL', 'America/Chicago'] as const;
const pacific = 'America/Los_Angeles';

export const mainSite = 'Alder Street Hospital';
/** Where the course goes more slowly than anywhere else. */
export const siteBehind = 'Lakeside Rehabilitation';

/** The fourteen sites of Aldervale Care. */
export const plannedSites: readonly PlannedSite[] = [
	place(mainSite, 'hospital', newYork, 1998, 205),
	place('Harlem River Clinic', 'clinic', newYork, 2009, 50, { formerName: 'Harlem River Health Center' }),
	place('Central Kitchen and Laundry', 'plant', newYork, 2006, 55),
	place('Valley Crest Hospital', 'hospital', ['Sacramento', 'CA', pacific], 2012, 145),
	place('Bayview Home Care', 'homeCare', ['Oakland', 'CA', pacific], 2014, 70),
	place('Mission Grove Nursing Center', 'nursing', ['San Diego', 'CA', pacific], 2016, 60),
	place('Canyon Oaks Rehabilitation', 'rehabilitation', ['Los Angeles', 'CA', pacific], 2017, 50),
	place(siteBehind, 'rehabilitation', chicago, 2010, 80),
	place('North Branch Home Care', 'homeCare', chicago, 2018, 45),
	place('Prairie Road Clinic', 'clinic', ['Springfield', 'IL', 'America/Chicago'], 2015, 35),
	place('Elm Harbor Nursing Center', 'nursing', ['New Haven', 'CT', 'America/New_York'], 2011, 60),
	place('Stonebridge Clinic', 'clinic', ['Hartford', 'CT', 'America/New_York'], 2019, 30),
	place('Cedar Bend Hospital', 'hospital', ['Houston', 'TX', 'America/Chicago'], 2013, 75),
	place('Maple Court Care', 'nursing', ['Toronto', 'ON', 'America/Toronto'], 2020, 40, { country: 'CA' }),
];

export interface Home {
	readonly country: string;
	readonly region: string;
	readonly city: string;
}

/** Where people live who work from home. */
export const homes: readonly Home[] = [
	['TX', 'Austin'],
	['CO', 'Denver'],
	['OR', 'Portland'],
	['NC', 'Raleigh'],
	['FL', 'Tampa'],
	['ID', 'Boise'],
	['OH', 'Columbus'],
	['AZ', 'Phoenix'],
	['NY', 'Albany'],
	['CT', 'Stamford'],
	['IL', 'Evanston'],
	['CA', 'Fresno'],
].map(([region = '', city = '']) => ({ country: 'US', region, city }));
