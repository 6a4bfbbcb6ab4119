import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { orgChart, type Charted, type OrgChart } from '../org-chart.ts';
import { accessPeople } from './access.ts';

/** How many people one page shows. */
const most = 250;

/** Somebody above the one with whom a chart begins. */
export interface ChartStep {
	readonly id: string;
	readonly name: string;
}

/**
 * Who reports to whom.
 * @param from with whom it begins; null for the top
 * @returns the chart, and who is above, the highest first
 */
export async function viewChart(
	ctx: Ctx,
	from: string | null,
): Promise<{ chart: OrgChart; above: ChartStep[] }> {
	accessPeople(ctx, 'list');
	const { rows } = await ctx.tx.execute<Charted & Record<string, unknown>>(sql`
		select id, trim(given_name || ' ' || family_name) as name, job_title as "jobTitle", manager_id as "managerId",
			coalesce(ended_on < ${ctx.today}::date, false) as left
		from person where org_id = ${ctx.org.id} and merged_into is null
			and (hired_on is null or hired_on <= ${ctx.today}::date)
		order by family_name, given_name, id`);
	const byId = new Map(rows.map((row) => [row.id, row]));
	if (from !== null && !byId.has(from)) throw notFound();
	const above: ChartStep[] = [];
	let at = byId.get(byId.get(from ?? '')?.managerId ?? '');
	while (at && !above.some(({ id }) => id === at?.id)) {
		above.unshift({ id: at.id, name: at.name });
		at = byId.get(at.managerId ?? '');
	}
	return { chart: orgChart(rows, from, most), above };
}
