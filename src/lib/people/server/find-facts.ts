import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import type { RecordedFact } from '../contradictions.ts';

/** A fact with who recorded it. */
export interface FactRow extends RecordedFact {
	readonly recordedAt: Date;
	/** The name of who did; null for a file, or the machinery. */
	readonly recordedBy: string | null;
	readonly importId: string | null;
}

/** Everything that was ever recorded of these people, the latest day first. The caller has asked for access. */
export async function factsOf(ctx: Ctx, people: readonly string[]): Promise<FactRow[]> {
	const { rows } = await ctx.tx.execute<Omit<FactRow, 'recordedAt'> & { recordedAt: string }>(sql`
		select f.id, f.person_id as "personId", f.kind, f.value, f.starts_on::text as "startsOn", f.corrects, f.void,
			f.recorded_at as "recordedAt", f.import_id as "importId",
			nullif(trim(r.given_name || ' ' || r.family_name), '') as "recordedBy"
		from person_fact f left join person r on r.org_id = f.org_id and r.id = f.recorded_by
		where f.org_id = ${ctx.org.id} and f.person_id = any(${sql.param([...people])}::uuid[])
		order by f.starts_on desc, f.recorded_at desc, f.id desc`);
	return rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt) }));
}
