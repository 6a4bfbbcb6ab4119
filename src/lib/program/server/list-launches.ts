import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { Audience } from '../../people/audience.ts';
import { accessProgram } from './access.ts';

export interface LaunchView {
	readonly id: string;
	readonly course: string;
	readonly audience: Audience;
	readonly dueOn: string | null;
	readonly standing: boolean;
	readonly launchedAt: Date;
	/** By whom, where they are still known. */
	readonly launchedBy: string | null;
	readonly endedAt: Date | null;
	/** People of whom it was asked through this launch. */
	readonly asked: number;
}

/** The launches of the organization, newest first. */
export async function listLaunches(ctx: Ctx): Promise<LaunchView[]> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<LaunchView & Record<string, unknown>>(sql`
		select l.id, l.course, l.audience, l.due_on::text as "dueOn", l.standing, l.launched_at as "launchedAt",
			e.ended_at as "endedAt", p.given_name || ' ' || p.family_name as "launchedBy",
			(select count(*)::int from assignment a where a.org_id = l.org_id and a.launch_id = l.id) as asked
		from launch l
		left join launch_end e on e.org_id = l.org_id and e.launch_id = l.id
		left join person p on p.org_id = l.org_id and p.id = l.launched_by
		where l.org_id = ${ctx.org.id} order by l.launched_at desc, l.id desc limit 200`);
	// Queries in plain SQL answer with instants as text.
	return rows.map((row) => ({
		...row,
		launchedAt: new Date(row.launchedAt),
		endedAt: row.endedAt && new Date(row.endedAt),
	}));
}
