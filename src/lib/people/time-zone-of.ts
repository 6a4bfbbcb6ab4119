/**
 * Where most people of a state or province live by the clock. Several are split (Florida, Texas, Ontario …): a site's own
 * time zone goes before this guess. From the IANA time zone database, zone.tab, and the states' own practice.
 */
const zones: Record<string, Record<string, string>> = {
	US: {
		...spread('America/New_York', 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV'),
		...spread('America/Chicago', 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI'),
		...spread('America/Denver', 'CO ID MT NM UT WY'),
		...spread('America/Los_Angeles', 'CA NV OR WA'),
		AZ: 'America/Phoenix',
		AK: 'America/Anchorage',
		HI: 'Pacific/Honolulu',
		PR: 'America/Puerto_Rico',
	},
	CA: {
		...spread('America/Toronto', 'ON QC'),
		...spread('America/Halifax', 'NS NB PE'),
		...spread('America/Edmonton', 'AB NT'),
		MB: 'America/Winnipeg',
		SK: 'America/Regina',
		BC: 'America/Vancouver',
		NL: 'America/St_Johns',
		YT: 'America/Whitehorse',
		NU: 'America/Iqaluit',
	},
};

function spread(zone: string, regions: string): Record<string, string> {
	return Object.fromEntries(regions.split(' ').map((region) => [region, zone]));
}

/**
 * The time zone that is likely at a place.
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 without the country
 * @returns an IANA zone, or undefined where nothing is known
 */
export function timeZoneOf(country: string | null, region: string | null): string | undefined {
	return zones[country ?? '']?.[region ?? ''];
}
