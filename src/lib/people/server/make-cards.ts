import { and, asc, count, eq, gte, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { accessSignIn } from '../../platform/auth/server/access.ts';
import { createStartCodes } from '../../platform/auth/server/sign-in-link.ts';
import { showStartCode } from '../../platform/auth/start-code.ts';
import { once } from '../../platform/db/server/once.ts';
import { cardsAtOnce, type Card, type CardsWish } from '../card.ts';
import { searchText } from '../search-text.ts';
import { drawQr } from './draw-qr.ts';
import { peopleList } from './people-list.ts';
import { person } from './schema.ts';

/** Where people work, with how many there are and how many of them have no e-mail address. */
export async function listCardSites(
	ctx: Ctx,
): Promise<{ site: string | null; people: number; noEmail: number }[]> {
	accessSignIn(ctx, 'cards');
	const people = peopleList(ctx);
	return ctx.tx
		.select({
			site: people.site,
			people: count(),
			noEmail: sql<number>`(count(*) filter (where ${person.email} is null))::int`,
		})
		.from(people)
		.innerJoin(person, and(eq(person.orgId, ctx.org.id), eq(person.id, people.id)))
		.where(stillHere(ctx))
		.groupBy(people.site)
		.orderBy(asc(people.site));
}

/**
 * Makes cards to print, in the order of names. Those made before for the same people, and not used, are worthless from
 * now on. The codes are shown this once: the database keeps their hashes.
 * @param address what links begin with
 * @returns the cards, and for how many people there would be one
 */
export async function makeCards(
	ctx: Ctx,
	wish: CardsWish,
	address: string,
): Promise<{ cards: Card[]; total: number }> {
	accessSignIn(ctx, 'cards');
	const people = peopleList(ctx);
	const where = and(
		wish.who === 'no_email' ? isNull(person.email) : undefined,
		atSite(people.site, wish.where),
		wish.search ? matches(wish.search) : undefined,
		stillHere(ctx),
	);
	const rows = await ctx.tx
		.select({
			id: people.id,
			number: people.number,
			givenName: people.givenName,
			familyName: people.familyName,
			site: people.site,
			language: people.language,
			total: sql<number>`(count(*) over ())::int`,
		})
		.from(people)
		.innerJoin(person, and(eq(person.orgId, ctx.org.id), eq(person.id, people.id)))
		.where(where)
		.orderBy(asc(people.familyName), asc(people.givenName), asc(people.id))
		.limit(cardsAtOnce)
		.offset((wish.part - 1) * cardsAtOnce);
	const codes = await createStartCodes(
		ctx,
		rows.map(({ id }) => id),
		'card',
	);
	// Sent again, new codes are made, because the former answer may be lost; it is the same act all the same.
	await once(ctx, wish.key, 'cards.make', async () => {
		for (const { id } of rows) await audit(ctx, 'card.made', id);
		return null;
	});
	const cards = rows.map(({ id, number, givenName, familyName, site, language }, index): Card => {
		const code = codes[index] ?? '';
		const name = `${givenName} ${familyName}`.trim();
		const qr = drawQr(`${address}/o/${ctx.org.slug}/tablet/${code}`);
		return { id, number, name, site, language, code: showStartCode(code), qr };
	});
	return { cards, total: rows[0]?.total ?? 0 };
}

type People = ReturnType<typeof peopleList>;

function atSite(site: People['site'], where: string): SQL | undefined {
	if (where === 'all') return undefined;
	return where === 'none' ? isNull(site) : eq(site, where.replace(/^at /, ''));
}

/** As the list of people is searched: every word, in names, number or address. */
function matches(search: string): SQL | undefined {
	const words = searchText(search).split(' ').filter(Boolean).slice(0, 8);
	return and(
		...words.map((word) => sql`${person.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
	);
}

/** Who has left needs no card. */
const stillHere = (ctx: Ctx) => or(isNull(person.endedOn), gte(person.endedOn, ctx.today));
