import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { isPossibleDay } from '../contradictions.ts';
import type { NewFact } from '../fact.ts';
import type { Fields } from '../fact-form.ts';
import { emailSchema } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import { accessPeople } from './access.ts';
import { addPeople } from './add-people.ts';
import { onceOrRefuse, recordChecked } from './check-facts.ts';
import { findManager } from './find-manager.ts';
import { person } from './schema.ts';

const text = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), '');
const idOrNone = v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())]), '');
export const newPersonForm = v.object({
	key: v.pipe(v.string(), v.uuid()),
	number: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
	givenName: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
	familyName: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
	email: v.optional(v.union([v.literal(''), emailSchema]), ''),
	language: v.picklist(['en', 'es']),
	hiredOn: v.pipe(v.string(), v.check(isPossibleDay)),
	jobTitle: text,
	manager: text,
	department: idOrNone,
	site: idOrNone,
	workerType: v.optional(
		v.picklist(['', 'employee', 'seasonal', 'temporary', 'contractor', 'intern', 'volunteer']),
		'',
	),
});

/** Adds one person who does not come by file. @returns why they were not added, or their id */
export async function addByHand(
	ctx: Ctx,
	fields: Fields,
): Promise<{ id: string } | { refusals: readonly Refusal[] }> {
	accessPeople(ctx, 'add');
	const parsed = v.safeParse(newPersonForm, fields);
	if (!parsed.success) {
		const wrong = new Set(parsed.issues.map((issue) => String(issue.path?.[0]?.key)));
		return { refusals: [...wrong].map((field) => ({ reason: 'unreadable', field })) };
	}
	const form = parsed.output;
	const refusals = await onceOrRefuse<Refusal>(ctx, form.key, 'person.add', async () => {
		const manager = await findManager(ctx, form.manager);
		if (typeof manager === 'object' && manager !== null) return [manager];
		const taken = await holderOf(ctx, 'number', form.number);
		if (taken) return [{ reason: 'number_taken', names: [taken], field: 'number' }];
		const holder = form.email && (await holderOf(ctx, 'email', form.email));
		if (holder) return [{ reason: 'email_taken', names: [holder], field: 'email' }];
		const personId = (await addPeople(ctx, [form])).get(form.number) ?? '';
		const of = { personId, startsOn: form.hiredOn };
		const { givenName, familyName } = form;
		const facts: (NewFact | false)[] = [
			{ ...of, kind: 'name', value: { givenName, familyName } },
			{ ...of, kind: 'employment', value: 'employed' },
			form.email !== '' && { ...of, kind: 'email', value: form.email },
			form.jobTitle !== '' && { ...of, kind: 'jobTitle', value: form.jobTitle },
			manager !== null && { ...of, kind: 'manager', value: manager },
			form.department !== '' && { ...of, kind: 'department', value: form.department },
			form.site !== '' && { ...of, kind: 'workPlaces', value: [{ site: form.site, share: 100 }] },
			form.workerType !== '' && { ...of, kind: 'workerType', value: form.workerType },
		];
		const refused = await recordChecked(
			ctx,
			facts.filter((fact) => fact !== false),
		);
		if (refused.length > 0) throw new Error('The facts of somebody new contradict each other.');
		await audit(ctx, 'person.added', personId);
		return [];
	});
	if (refusals.length > 0) return { refusals };
	const [added] = await ctx.tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person.number, form.number)));
	return { id: added?.id ?? '' };
}

async function holderOf(ctx: Ctx, what: 'number' | 'email', value: string): Promise<string | undefined> {
	const [holder] = await ctx.tx
		.select({ given: person.givenName, family: person.familyName })
		.from(person)
		.where(and(eq(person.orgId, ctx.org.id), eq(person[what], value)));
	return holder && `${holder.given} ${holder.family}`.trim();
}
