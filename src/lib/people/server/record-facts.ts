import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { publishAll } from '../../platform/events/server/publish.ts';
import { factSchemas, type NewFact } from '../fact.ts';
import { projectPeople } from './project-people.ts';

/** How many people one event tells of. */
const perEvent = 1000;

/**
 * Records what is so from which day on, and brings everyone concerned up to date: a few statements however many facts.
 * Nothing is overwritten. The caller has asked for access, and has decided that nobody reports to themselves in a circle.
 * @param source the import that brought them, if one did
 * @throws ValiError when a value is not what its kind asks for
 */
export async function recordFacts(ctx: Ctx, facts: readonly NewFact[], source?: string): Promise<void> {
	if (facts.length === 0) return;
	const rows = facts.map(({ personId, kind, value, startsOn, corrects, void: isVoid }) => ({
		id: uuidv7(),
		personId,
		kind,
		value: v.parse(factSchemas[kind], value),
		startsOn,
		corrects,
		void: isVoid ?? false,
	}));
	const by = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx.execute(sql`
		insert into person_fact
			(org_id, id, person_id, kind, value, starts_on, recorded_at, recorded_by, import_id, corrects, void)
		select ${ctx.org.id}::uuid, f.id, f."personId", f.kind, f.value, f."startsOn", ${ctx.now.toISOString()}::timestamptz,
			${by}::uuid, ${source ?? null}::uuid, f.corrects, f.void
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, "personId" uuid, kind text, value jsonb,
			"startsOn" date, corrects uuid, void boolean)`);
	const people = [...new Set(facts.map(({ personId }) => personId))];
	await projectPeople(ctx, people, new Set(facts.map(({ kind }) => kind)));
	await tellOfChange(ctx, people);
}

/** Tells the areas that follow: whose facts are others now. */
export async function tellOfChange(ctx: Ctx, people: readonly string[]): Promise<void> {
	const happened = [];
	for (let start = 0; start < people.length; start += perEvent) {
		happened.push({ accountId: null, data: { people: people.slice(start, start + perEvent) } });
	}
	await publishAll(ctx, 'people.changed', happened);
}
