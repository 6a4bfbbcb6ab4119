import { Temporal } from 'temporal-polyfill';

/** Days before and after the due date on which a reminder is due. */
const aroundDue = [-14, -7, -3, -1, 1, 8, 15, 22, 29];
/** Days after somebody was asked, where nothing is due on a day. */
const withoutDue = [14, 28, 42];
/** So soon after the invitation nobody is reminded. */
const quietDays = 3;

/**
 * The next day on which somebody should be reminded of a course: two weeks before it is due at the earliest, closer
 * together as the day comes near, then once a week for a month. After that, reminding is the task of a person.
 * All days are `YYYY-MM-DD`.
 * @param after the last day on which they were reminded, or asked
 * @returns null when no reminder is left
 */
export function nextReminder({
	askedOn,
	dueOn,
	after,
}: {
	askedOn: string;
	dueOn: string | null;
	after: string;
}): string | null {
	const asked = Temporal.PlainDate.from(askedOn);
	const last = Temporal.PlainDate.from(after);
	const start = dueOn === null ? asked : Temporal.PlainDate.from(dueOn);
	const earliest = asked.add({ days: quietDays });
	for (const days of dueOn === null ? withoutDue : aroundDue) {
		const day = start.add({ days });
		if (Temporal.PlainDate.compare(day, last) <= 0) continue;
		if (Temporal.PlainDate.compare(day, earliest) >= 0) return day.toString();
	}
	return null;
}

/** Whether mail may be sent now, where somebody works: on a weekday, from nine to five. @param hour 0 to 23 */
export function mayRemind(day: string, hour: number): boolean {
	return Temporal.PlainDate.from(day).dayOfWeek <= 5 && hour >= 9 && hour < 17;
}
