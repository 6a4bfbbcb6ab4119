import type { Ctx, Locale } from '../../platform/context.ts';
import { addPeople } from './add-people.ts';
import { recordFacts } from './record-facts.ts';

/**
 * Adds one person with an account. For founding an organization; who calls it, has decided that it may be.
 * @returns their id
 */
export async function addPerson(
	ctx: Ctx,
	wish: { number: string; name: string; email: string | null; language: Locale },
): Promise<string> {
	const space = wish.name.trim().lastIndexOf(' ');
	const givenName = space === -1 ? wish.name.trim() : wish.name.trim().slice(0, space);
	const familyName = space === -1 ? '' : wish.name.trim().slice(space + 1);
	const { number, email, language } = wish;
	const id = (await addPeople(ctx, [{ number, givenName, familyName, language }])).get(number) ?? '';
	await recordFacts(ctx, [
		{ personId: id, kind: 'name', value: { givenName, familyName }, startsOn: ctx.today },
		{ personId: id, kind: 'email', value: email, startsOn: ctx.today },
	]);
	return id;
}
