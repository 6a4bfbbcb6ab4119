import { sql } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { nextReminder } from '../reminder-days.ts';

interface Group extends Record<string, unknown> {
	readonly askedOn: string;
	readonly dueOn: string | null;
}

/**
 * Moves on from reminders whose day is past, as if they had been sent: for a history, whose mails were read long ago. The
 * caller has asked for access.
 */
export async function passReminders(ctx: Ctx): Promise<void> {
	const askedOn = sql`(assigned_at at time zone ${ctx.org.timeZone})::date`;
	const { rows } = await ctx.tx.execute<Group>(sql`
		select distinct ${askedOn}::text as "askedOn", due_on::text as "dueOn" from assignment
		where org_id = ${ctx.org.id} and remind_on <= ${ctx.today}::date`);
	const next = rows.map((group) => ({ ...group, remindOn: nextReminder({ ...group, after: ctx.today }) }));
	await ctx.tx.execute(sql`
		update assignment a set remind_on = n."remindOn"
		from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n("askedOn" date, "dueOn" date, "remindOn" date)
		where a.org_id = ${ctx.org.id} and a.remind_on <= ${ctx.today}::date
			and ${askedOn} = n."askedOn" and a.due_on is not distinct from n."dueOn"`);
}
