import * as v from 'valibot';
import { emailSchema } from './person.ts';
import { factSchemas, type FactKind, type FactValues, type WorkPlace } from './fact.ts';

/** The fields of a form, as text. */
export type Fields = Readonly<Record<string, string>>;

/** Most places of work in one form; each row has fields that end in its number, such as `place-0`. */
export const mostPlaces = 12;

/** A site's id in a form; this stands for working from home, and nothing for an empty row. */
export const fromHome = 'home';

/**
 * What a form says of one kind. Whom the field `manager` names only the database knows.
 * @returns undefined when it cannot be read
 */
export function readFactForm<Kind extends Exclude<FactKind, 'manager'>>(
	kind: Kind,
	fields: Fields,
): FactValues[Kind] | undefined {
	const parsed = v.safeParse(factSchemas[kind], valueOf(kind, fields));
	return parsed.success ? (parsed.output as FactValues[Kind]) : undefined;
}

function valueOf(kind: FactKind, fields: Fields): unknown {
	const text = (field: string) => (fields[field] ?? '').trim();
	switch (kind) {
		case 'name': {
			const [givenName, familyName] = [text('givenName'), text('familyName')];
			return givenName + familyName === '' || (givenName + familyName).length > 200
				? undefined
				: { givenName, familyName };
		}
		case 'email': {
			if (text('email') === '') return null;
			const parsed = v.safeParse(emailSchema, text('email'));
			return parsed.success ? parsed.output : undefined;
		}
		case 'supervisor':
			return { yes: true, no: false, '': null }[text('supervisor')];
		case 'workPlaces':
			return places(fields);
		case 'jobTitle':
		case 'department':
		case 'manager':
		case 'workerType':
		case 'employment':
		case 'leave':
			return text(kind) || null;
	}
}

function places(fields: Fields): WorkPlace[] {
	const found = [];
	for (let row = 0; row < mostPlaces; row += 1) {
		const text = (field: string) => (fields[`${field}-${row}`] ?? '').trim();
		const place = text('place');
		if (place === '') continue;
		const share = text('share') === '' ? 100 : Number(text('share'));
		if (place === fromHome) {
			found.push({
				country: text('country').toUpperCase(),
				region: text('region').toUpperCase() || null,
				city: text('city') || null,
				share,
			});
		} else found.push({ site: place, share });
	}
	return found;
}

/** The fields of a form that say what a fact says. Of a manager it is their number. */
export function fieldsOf(
	kind: FactKind,
	value: unknown,
	numberOf: (personId: string) => string = () => '',
): Record<string, string> {
	if (value === null || value === undefined) return {};
	switch (kind) {
		case 'name':
			return { ...(value as FactValues['name']) };
		case 'supervisor':
			return { supervisor: value ? 'yes' : 'no' };
		case 'manager':
			return { manager: numberOf(value as string) };
		case 'workPlaces': {
			const rows = (value as FactValues['workPlaces']).flatMap((place, row) => {
				const own =
					'site' in place
						? { place: place.site }
						: {
								place: fromHome,
								country: place.country,
								region: place.region ?? '',
								city: place.city ?? '',
							};
				return Object.entries({ ...own, share: String(place.share) }).map(([field, text]) => [
					`${field}-${row}`,
					text,
				]);
			});
			return Object.fromEntries(rows) as Record<string, string>;
		}
		case 'email':
		case 'jobTitle':
		case 'department':
		case 'workerType':
		case 'employment':
		case 'leave':
			return { [kind]: value as string };
	}
}
