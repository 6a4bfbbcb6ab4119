import type { Ctx } from '../../platform/context.ts';
import type { Choice } from '../answer.ts';

/** A row of the table `answer`, apart from whose organization and when. */
export interface NewAnswer {
	readonly enrollmentId: string;
	readonly key: string;
	readonly step: string;
	readonly number: number;
	readonly choice: Choice;
	readonly completes: boolean;
	readonly versionHash: string;
}

/** Adds an answer. @returns false when an answer with this key is there already */
export async function storeAnswer(ctx: Ctx, given: NewAnswer): Promise<boolean> {
	const { enrollmentId, key, step, number, choice, completes, versionHash } = given;
	const { rowCount } = await ctx.tx.$client.query({
		name: 'store-answer',
		text: `insert into answer (org_id, enrollment_id, key, step, number, choice, completes, version_hash, at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
		values: [ctx.org.id, enrollmentId, key, step, number, choice, completes, versionHash, ctx.now],
	});
	return rowCount === 1;
}
