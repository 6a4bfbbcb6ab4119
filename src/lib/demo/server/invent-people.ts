import { cast } from '../cast.ts';

const given =
	'Ana,Ben,Carmen,Diego,Elena,Farid,Grace,Hiro,Imani,José,Kavya,Leo,Mei,Nadia,Omar,Paula,Quinn,Rosa,Sofía,Tomás,Uma,Víctor,Wendy,Ximena,Yusuf,Zoe,Aaliyah,Bao,Chidi,Dalia'.split(
		',',
	);
const family =
	'Abbott,Bautista,Castillo,Dang,Eze,Flores,Gutiérrez,Huang,Iyer,Jackson,Kim,López,Morales,Nguyen,Okafor,Pérez,Quispe,Ramírez,Silva,Tran,Underwood,Vargas,Washington,Yılmaz,Zamora'.split(
		',',
	);
const sites = [
	'Alder Street Hospital',
	'Alder Street Hospital',
	'Lakeside Rehabilitation',
	'Bayview Home Care',
	'Central Kitchen and Laundry',
	'Night and Float Pool',
];
const departments = ['Nursing', 'Nursing', 'Therapy', 'Pharmacy', 'Supply', 'Front desk'];

/** A random number generator whose numbers depend on nothing but its seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * The spreadsheet of an invented organization: the cast first, then as many others as it takes. The same numbers in,
 * the same file out.
 */
export function inventPeopleFile(count: number, seed = 7): string {
	const random = seeded(seed);
	const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
	const lines = ['Employee number,First name,Last name,E-mail,Manager,Department,Site,Language,Hire date'];
	for (const { number, name, email, manager, department, site, language } of cast) {
		const [first, ...rest] = name.split(' ');
		lines.push(
			[
				number,
				first,
				rest.join(' '),
				email ?? '',
				manager ?? '',
				department,
				site,
				language,
				'2021-03-01',
			].join(),
		);
	}
	for (let index = cast.length; index < count; index += 1) {
		const number = 1001 + index;
		const first = pick(given);
		const last = pick(family);
		const plain = `${first}.${last}`
			.normalize('NFKD')
			.replace(/[^A-Za-z.]/g, '')
			.toLowerCase();
		const email = random() < 0.9 ? `${plain}.${number}@aldervale.example` : '';
		const hired = `20${10 + Math.floor(random() * 16)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`;
		const language = random() < 0.25 ? 'es' : 'en';
		lines.push([number, first, last, email, '1002', pick(departments), pick(sites), language, hired].join());
	}
	return `${lines.join('\n')}\n`;
}
