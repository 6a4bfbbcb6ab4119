import { sql } from 'drizzle-orm';
import { createSignInLinks } from '../../platform/auth/server/create-sign-in-links.ts';
import type { Ctx, Locale } from '../../platform/context.ts';
import { localDay, localHour } from '../../platform/dates/local-day.ts';
import { sendMails } from '../../platform/mail/server/send-mail.ts';
import { courseTitles } from '../../learning/server/list-courses.ts';
import { worksOn } from '../../people/server/find-audience.ts';
import { timeZoneOf } from '../../people/time-zone-of.ts';
import { mayRemind, nextReminder } from '../reminder-days.ts';
import { writeReminder } from '../write-reminder.ts';

/** How many people one round writes to; the others are an hour later. */
const atOnce = 5000;
const linkDays = 7;

/** Something open, of somebody for whom a reminder is due. */
interface Open extends Record<string, unknown> {
	readonly assignment: string;
	readonly person: string;
	readonly name: string;
	readonly email: string | null;
	readonly language: Locale;
	readonly course: string;
	readonly dueOn: string | null;
	readonly askedOn: string;
	readonly address: string;
	readonly zone: string | null;
	readonly country: string | null;
	readonly region: string | null;
}

/**
 * Reminds those for whom it is time, where they work, on a weekday between nine and five: one mail a person with
 * everything that is open, in their language. Who is on leave, has left or has not begun is left in peace; whoever's
 * launch has ended, too. Running it again the same day writes to nobody twice.
 * @param publicUrl what links begin with; without it, what they began with at the launch
 * @returns how many mails were written
 */
export async function remind(ctx: Ctx, publicUrl?: string): Promise<number> {
	const open = (await dueNow(ctx, publicUrl)).filter((one) => isTime(ctx, one));
	const people = new Map<string, Open[]>();
	for (const one of open) people.set(one.person, [...(people.get(one.person) ?? []), one]);
	if (people.size === 0) return 0;
	const written = await write(ctx, [...people.values()]);
	await plan(ctx, open);
	return written;
}

/** Everything that is open for people of whom at least one reminder is due. */
async function dueNow(ctx: Ctx, publicUrl?: string): Promise<Open[]> {
	const today = ctx.today;
	const { rows } = await ctx.tx.execute<Open>(sql`
		with due as (
			select distinct a.person_id from assignment a
			where a.org_id = ${ctx.org.id} and a.remind_on <= ${today}::date + 1
			order by a.person_id limit ${atOnce * 4})
		select a.id as assignment, p.id as person, coalesce(p.preferred_name, p.given_name) as name, p.email, c.language,
			a.course, a.due_on::text as "dueOn", a.remind_on::text as "remindOn",
			(a.assigned_at at time zone ${ctx.org.timeZone})::date::text as "askedOn",
			coalesce(${publicUrl ?? null}, l.address) as address, s.time_zone as zone, coalesce(w.country, s.country) as country, coalesce(w.region, s.region) as region
		from due join assignment a on a.org_id = ${ctx.org.id} and a.person_id = due.person_id
		left join launch l on l.org_id = a.org_id and l.id = a.launch_id
		join person p on p.org_id = a.org_id and p.id = a.person_id
			and ${worksOn(today)}
			and not (p.leave_from is not null and p.leave_from <= ${today}::date
				and (p.leave_until is null or p.leave_until > ${today}::date))
		join account c on c.org_id = p.org_id and c.id = p.id
		left join person_place w on w.org_id = p.org_id and w.person_id = p.id and w.position = 1
		left join site s on s.org_id = w.org_id and s.id = w.site_id
		where coalesce(${publicUrl ?? null}, l.address) is not null
			and not exists (select from launch_end e where e.org_id = a.org_id and e.launch_id = a.launch_id)
			and not exists (select from progress g where g.org_id = a.org_id and g.course = a.course
			and g.account_id = a.person_id and g.completed_at is not null)
		order by p.id, a.due_on nulls last, a.course`);
	const wanted = new Set(
		rows.filter((one) => String(one.remindOn ?? '9') <= dayThere(ctx, one)).map(({ person }) => person),
	);
	return rows.filter(({ person }) => wanted.has(person)).slice(0, atOnce * 4);
}

const zoneOf = (ctx: Ctx, { zone, country, region }: Open) =>
	zone ?? timeZoneOf(country, region) ?? ctx.org.timeZone;
const dayThere = (ctx: Ctx, one: Open) => localDay(ctx.now, zoneOf(ctx, one));
const isTime = (ctx: Ctx, one: Open) => mayRemind(dayThere(ctx, one), localHour(ctx.now, zoneOf(ctx, one)));

async function write(ctx: Ctx, people: readonly (readonly Open[])[]): Promise<number> {
	const titles = { en: await courseTitles(ctx, 'en'), es: await courseTitles(ctx, 'es') };
	const reachable = people.filter(([first]) => first?.email);
	const links = await createSignInLinks(
		ctx,
		reachable.map(([first]) => first?.person ?? ''),
		linkDays,
	);
	const letters = reachable.flatMap((open) => {
		const [first] = open;
		if (!first) return [];
		const { person, email, name, language, address } = first;
		const today = dayThere(ctx, first);
		return {
			kind: 'reminder' as const,
			onceKey: `reminder:${person}:${today}`,
			accountId: person,
			recipient: email ?? '',
			language,
			...writeReminder({
				language,
				name,
				org: ctx.org.name,
				today,
				courses: open.map(({ course, dueOn }) => ({ title: titles[language].get(course) ?? course, dueOn })),
				link: `${address}/o/${ctx.org.slug}/sign-in/${links.get(person)}`,
			}),
		};
	});
	return (await sendMails(ctx, letters)).length;
}

/** One mail was about everything that is open: each is reminded of next on its own next day. */
async function plan(ctx: Ctx, open: readonly Open[]): Promise<void> {
	const next = open.map((one) => ({
		id: one.assignment,
		day: nextReminder({ askedOn: one.askedOn, dueOn: one.dueOn, after: dayThere(ctx, one) }),
	}));
	await ctx.tx.execute(sql`
		update assignment a set remind_on = n.day
		from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n(id uuid, day date)
		where a.org_id = ${ctx.org.id} and a.id = n.id`);
}
