import { Temporal } from 'temporal-polyfill';

/**
 * Until when somebody has time who is asked today. Who is asked with the launch has its date; who joins later has as many
 * days as the launch gives newcomers, and never less time than the date itself leaves. Days are `YYYY-MM-DD`.
 */
export function dueDay(
	launch: { launchedOn: string; dueOn: string | null; dueDays: number | null },
	today: string,
): string | null {
	const { launchedOn, dueOn, dueDays } = launch;
	if (dueOn === null || dueDays === null) return dueOn;
	// A launch of many goes on past midnight.
	if (today <= Temporal.PlainDate.from(launchedOn).add({ days: 1 }).toString()) return dueOn;
	const later = Temporal.PlainDate.from(today).add({ days: dueDays }).toString();
	return later > dueOn ? later : dueOn;
}
