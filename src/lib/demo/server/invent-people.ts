import { cast } from '../cast.ts';
import { plannedDepartments } from '../departments.ts';
import { dice } from '../dice.ts';
import { Addresses } from '../draft-people.ts';
import { inventName } from '../names.ts';
import { plannedSites } from '../places.ts';

/**
 * A spreadsheet of invented people, for whoever tries or measures an import: the cast first, then as many others as it
 * takes. The same numbers in, the same file out.
 */
export function inventPeopleFile(count: number, seed = 7): string {
	const by = dice(seed);
	const addresses = new Addresses(cast.flatMap(({ email }) => email ?? []));
	const lines = ['Employee number,First name,Last name,E-mail,Manager,Department,Site,Language,Hire date'];
	for (const { number, name, email, rank, department, site, language, hiredOn } of cast) {
		const [first, ...rest] = name.split(' ');
		const manager = rank === 'executive' ? '' : '1007';
		lines.push(
			[number, first, rest.join(' '), email ?? '', manager, department, site, language, hiredOn].join(),
		);
	}
	for (let index = cast.length; index < count; index += 1) {
		const { givenName, familyName, language } = inventName(by);
		const email = by.happens(0.9) ? addresses.next(givenName, familyName) : '';
		const hired = `20${by.between(10, 25)}-${String(by.between(1, 12)).padStart(2, '0')}-15`;
		const department = by.pick(plannedDepartments).name;
		const site = by.pick(plannedSites).name;
		lines.push(
			[1001 + index, givenName, familyName, email, '1002', department, site, language, hired].join(),
		);
	}
	return `${lines.join('\n')}\n`;
}
