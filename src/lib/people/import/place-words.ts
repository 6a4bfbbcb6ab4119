import { plain } from './tidy.ts';

/** ISO 3166-2:US, the states, the District of Columbia and inhabited territories. */
const states =
	'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|MP Northern Mariana Islands|DC Washington DC|NY Nueva York|CA Calif|NM Nuevo Mexico|NC Carolina del Norte|SC Carolina del Sur|PA Pensilvania|NJ Nueva Jersey|HI Hawai|NH Nuevo Hampshire|ND Dakota del Norte|SD Dakota del Sur|LA Luisiana|MO Misuri|MS Misisipi';
/** ISO 3166-2:CA. */
const provinces =
	'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|BC Columbia Britanica';
/** ISO 3166-1, in the spellings of English and Spanish exports; every other country is understood by its two letters. */
const countries =
	'US United States|US USA|US U S A|US United States of America|US Estados Unidos|US EE UU|US EEUU|US EUA|US Estados Unidos de America|US Vereinigte Staaten|CA Canada|CA CAN|MX Mexico|MX MEX|MX Estados Unidos Mexicanos|GB United Kingdom|GB UK|GB GBR|GB Great Britain|GB England|GB Reino Unido|IE Ireland|IE Irlanda|DE Germany|DE Deutschland|DE Alemania|DE DEU|FR France|FR Francia|ES Spain|ES Espana|ES ESP|PT Portugal|IT Italy|IT Italia|NL Netherlands|NL Paises Bajos|BE Belgium|CH Switzerland|CH Schweiz|AT Austria|AT Osterreich|IN India|PH Philippines|PH Filipinas|AU Australia|NZ New Zealand|BR Brazil|BR Brasil|AR Argentina|CO Colombia|CL Chile|PE Peru|EC Ecuador|GT Guatemala|HN Honduras|SV El Salvador|NI Nicaragua|CR Costa Rica|PA Panama|DO Dominican Republic|DO Republica Dominicana|CU Cuba|PR Puerto Rico|JP Japan|JP Japon|CN China|KR South Korea|PL Poland|PL Polonia|SE Sweden|SE Suecia|DK Denmark|NO Norway|FI Finland|IL Israel|ZA South Africa|SG Singapore';

const codes = (list: string) => {
	const found = new Map<string, string>();
	for (const entry of list.split('|')) {
		const code = entry.slice(0, 2);
		found.set(plain(entry.slice(3)), code);
		found.set(code.toLowerCase(), code);
	}
	return found;
};
const [ofStates, ofProvinces, ofCountries] = [codes(states), codes(provinces), codes(countries)];

/** A country as ISO 3166-1 alpha-2, in any usual spelling; null where nobody could tell. */
export function countryCode(cell: string): string | null {
	const known = ofCountries.get(plain(cell));
	if (known) return known;
	return /^[A-Z]{2}$/.test(cell) ? cell : null;
}

/**
 * A place as law knows it: country and region as ISO codes where they are known. A region tells the country where no
 * column does: states of the United States before provinces of Canada, for no code is both.
 */
export function placeOf(
	country: string | null,
	region: string | null,
	city: string | null,
): { country: string | null; region: string | null; city: string | null } {
	const said = country === null ? null : countryCode(country);
	// "US-CA", "California, USA", "CA - California".
	const bare = plain(region ?? '').replace(/^(?:us|usa|ca|can) (?=\S)/, (found) =>
		ofStates.has(plain(region ?? '')) ? found : '',
	);
	const word = bare.replace(/ (?:usa|us|united states|canada|state)$/, '');
	const [state, province] = [word, word.slice(0, 2), word.slice(3)].reduce<
		[string | undefined, string | undefined]
	>(
		([s, p], one, at) =>
			s || p || (at > 0 && !/^\w\w /.test(word)) ? [s, p] : [ofStates.get(one), ofProvinces.get(one)],
		[undefined, undefined],
	);
	if (state && (said === null || said === 'US')) return { country: 'US', region: state, city };
	if (province && (said === null || said === 'CA')) return { country: 'CA', region: province, city };
	return { country: said, region, city };
}
