import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessProgram } from './access.ts';

/**
 * A short text that is another one as soon as anybody's progress is: an open page asks for it every second, because it costs
 * a look at a handful of rows, and loads itself again only when it has changed.
 */
export async function progressStamp(ctx: Ctx): Promise<string> {
	accessProgram(ctx, 'see');
	const { rows } = await ctx.tx.execute<{ counted: string | null }>(sql`
		select string_agg(concat_ws(' ', course, stage, standing, due_on, people), ',' order by course, stage, standing, due_on)
			as counted
		from progress_tally where org_id = ${ctx.org.id} and dimension = 'all' and people <> 0`);
	return createHash('sha256').update(`${ctx.today} ${rows[0]?.counted}`).digest('base64url').slice(0, 16);
}
