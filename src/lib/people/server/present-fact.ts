import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { FactKind, FactValues } from '../fact.ts';
import type { FactView } from '../person-page.ts';

type Names = ReadonlyMap<string, string>;

/** The names of the sites, departments and people that facts refer to, by id. */
export async function namesIn(
	ctx: Ctx,
	facts: readonly { kind: FactKind; value: unknown }[],
): Promise<Names> {
	const ids = facts.flatMap(({ kind, value }) => {
		if (kind === 'department' || kind === 'manager') return value === null ? [] : [value as string];
		if (kind !== 'workPlaces') return [];
		return (value as FactValues['workPlaces']).flatMap((place) => ('site' in place ? [place.site] : []));
	});
	if (ids.length === 0) return new Map();
	const wished = sql`${sql.param([...new Set(ids)])}::uuid[]`;
	const { rows } = await ctx.tx.execute<{ id: string; name: string }>(sql`
		select id, name from site where org_id = ${ctx.org.id} and id = any(${wished})
		union all select id, name from department where org_id = ${ctx.org.id} and id = any(${wished})
		union all select id, trim(given_name || ' ' || family_name) from person
			where org_id = ${ctx.org.id} and id = any(${wished})`);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A fact with names instead of ids. */
export function presentFact(fact: { kind: FactKind; value: unknown }, names: Names): FactView {
	const named = (id: string) => ({ id, name: names.get(id) ?? '' });
	switch (fact.kind) {
		case 'name': {
			const { givenName, familyName } = fact.value as FactValues['name'];
			return { kind: 'name', value: `${givenName} ${familyName}`.trim() };
		}
		case 'department':
		case 'manager':
			return { kind: fact.kind, value: fact.value === null ? null : named(fact.value as string) };
		case 'workPlaces':
			return {
				kind: 'workPlaces',
				value: (fact.value as FactValues['workPlaces']).map((place) =>
					'site' in place
						? { site: named(place.site), country: null, region: null, city: null, share: place.share }
						: { site: null, ...place },
				),
			};
		case 'email':
		case 'jobTitle':
		case 'supervisor':
		case 'workerType':
		case 'employment':
		case 'leave':
			return { kind: fact.kind, value: fact.value } as FactView;
	}
}
