import { inArray } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { listGrantHistory, listGrants, type Grant } from '../../platform/auth/server/roles.ts';
import { localDay } from '../../platform/dates/local-day.ts';
import { peopleList } from './people-list.ts';

/** A role with names instead of ids. */
export interface GrantLine extends Omit<
	Grant,
	'accountId' | 'grantedBy' | 'endedBy' | 'startsAt' | 'endsAt'
> {
	readonly name: string;
	readonly number: string;
	/** First and last day, where the organization is; without a last one until somebody takes it away. */
	readonly from: string;
	readonly until: string | null;
	/** Null: when the organization was set up. */
	readonly grantedBy: string | null;
	readonly endedBy: string | null;
	/** Somebody gave it to themselves. */
	readonly toOneself: boolean;
	/** Begins only later. */
	readonly toCome: boolean;
}

/** Who holds which role, and what was given and taken away. */
export async function listRoles(ctx: Ctx): Promise<{ holders: GrantLine[]; history: GrantLine[] }> {
	const holders = await listGrants(ctx);
	const history = await listGrantHistory(ctx);
	const names = await namesOf(
		ctx,
		[...holders, ...history].flatMap(({ accountId, grantedBy, endedBy }) => [accountId, grantedBy, endedBy]),
	);
	const line = (grant: Grant): GrantLine => {
		const { accountId, grantedBy, endedBy, startsAt, endsAt, ...rest } = grant;
		const { timeZone } = ctx.org;
		const who = names.get(accountId);
		return {
			...rest,
			name: who?.name ?? '',
			number: who?.number ?? '',
			from: localDay(startsAt, timeZone),
			until: endsAt && localDay(new Date(endsAt.getTime() - 1), timeZone),
			grantedBy: (grantedBy && names.get(grantedBy)?.name) ?? null,
			endedBy: (endedBy && names.get(endedBy)?.name) ?? null,
			toOneself: grantedBy === accountId,
			toCome: startsAt > ctx.now,
		};
	};
	return { holders: holders.map(line), history: history.map(line) };
}

async function namesOf(ctx: Ctx, ids: readonly (string | null)[]) {
	const wanted = [...new Set(ids.filter((id) => id !== null))];
	if (wanted.length === 0) return new Map<string, { name: string; number: string }>();
	const people = peopleList(ctx);
	const rows = await ctx.tx.select().from(people).where(inArray(people.id, wanted));
	return new Map(
		rows.map(({ id, number, givenName, familyName }) => [
			id,
			{ number, name: `${givenName} ${familyName}`.trim() },
		]),
	);
}
