import { eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { Row } from '../../platform/privacy/table-data.ts';
import { department, site } from './schema.ts';

/**
 * Facts as their person reads them in a copy: sites and departments by name, a name in one piece. Other people stay
 * ids: who a manager was is that manager's, too.
 */
export async function nameFacts(ctx: Ctx, facts: readonly Row[]): Promise<readonly Row[]> {
	const names = new Map<unknown, string>();
	for (const table of [site, department]) {
		const rows = await ctx.tx
			.select({ id: table.id, name: table.name })
			.from(table)
			.where(eq(table.orgId, ctx.org.id));
		for (const { id, name } of rows) names.set(id, name);
	}
	return facts.map((fact) => ({ ...fact, value: readable(fact, names) }));
}

function readable({ kind, value }: Row, names: ReadonlyMap<unknown, string>): unknown {
	if (kind === 'department') return names.get(value) ?? value;
	if (kind === 'name') {
		const { givenName = '', familyName = '' } = value as { givenName?: string; familyName?: string };
		return `${givenName} ${familyName}`.trim();
	}
	if (kind !== 'workPlaces' || !Array.isArray(value)) return value;
	return (value as Record<string, unknown>[])
		.map(({ site: at, city, region, country, share }) => {
			const place = at === undefined ? [city, region, country].filter(Boolean).join(', ') : names.get(at);
			return `${place ?? '–'} ${String(share)} %`;
		})
		.join('; ');
}
