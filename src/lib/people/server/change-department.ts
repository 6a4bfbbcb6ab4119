import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { once } from '../../platform/db/server/once.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { isPossibleDay } from '../contradictions.ts';
import type { Fields } from '../fact-form.ts';
import { departmentForm, type PlaceRefusal } from '../place.ts';
import { accessPlaces } from './access.ts';
import { ensureDepartments } from './ensure-places.ts';
import { viewDepartment } from './list-places.ts';

/** Adds a department, or finds the one that has this name. @returns its id, or why not */
export async function addDepartment(ctx: Ctx, fields: Fields): Promise<{ id: string } | PlaceRefusal> {
	accessPlaces(ctx, 'change');
	const name = (fields.name ?? '').trim();
	if (name === '' || name.length > 200) return { reason: 'unreadable', field: 'name' };
	return { id: (await ensureDepartments(ctx, [name])).get(name) ?? '' };
}

/** Calls a department something else from a day on; what it was called before stays. @returns why not, or nothing */
export async function renameDepartment(
	ctx: Ctx,
	departmentId: string,
	fields: Fields,
): Promise<readonly PlaceRefusal[]> {
	accessPlaces(ctx, 'change');
	const parsed = v.safeParse(departmentForm, fields);
	if (!parsed.success) {
		return parsed.issues.map((issue) => ({ reason: 'unreadable', field: String(issue.path?.[0]?.key) }));
	}
	const form = parsed.output;
	const { result } = await once(ctx, form.key, 'department.rename', async () =>
		JSON.stringify(await rename(ctx, departmentId, form)),
	);
	return JSON.parse(result ?? '[]') as PlaceRefusal[];
}

async function rename(
	ctx: Ctx,
	departmentId: string,
	{ name, startsOn }: v.InferOutput<typeof departmentForm>,
): Promise<PlaceRefusal[]> {
	const found = await viewDepartment(ctx, departmentId);
	if ('goTo' in found) throw notFound();
	// A name that is to come would have to be put in force on its day; a department is called what it is called.
	if (!isPossibleDay(startsOn) || startsOn > ctx.today)
		return [{ reason: 'day_impossible', field: 'startsOn' }];
	if (name === found.department.name) return [{ reason: 'unchanged', field: 'name' }];
	const org = ctx.org.id;
	const { rows: taken } = await ctx.tx.execute(
		sql`select from department where org_id = ${org} and name = ${name} and id <> ${departmentId}`,
	);
	if (taken.length > 0) return [{ reason: 'name_taken', field: 'name' }];
	await ctx.tx.execute(sql`
		insert into department_name (org_id, id, department_id, name, starts_on, recorded_at)
		select org_id, gen_random_uuid(), id, name, least(created_at::date, ${startsOn}::date - 1), created_at from department d
		where org_id = ${org} and id = ${departmentId} and not exists (
			select from department_name n where n.org_id = d.org_id and n.department_id = d.id)`);
	const by = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx.execute(sql`
		insert into department_name (org_id, id, department_id, name, starts_on, recorded_at, recorded_by)
		values (${org}, ${uuidv7()}, ${departmentId}, ${name}, ${startsOn}::date, ${ctx.now.toISOString()}::timestamptz,
			${by}::uuid)`);
	await ctx.tx.execute(
		sql`update department set name = ${name} where org_id = ${org} and id = ${departmentId}`,
	);
	await audit(ctx, 'department.changed', departmentId);
	return [];
}
