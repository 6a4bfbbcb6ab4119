import { Temporal } from 'temporal-polyfill';

const dayMs = 24 * 3600_000;

/** A day so many days later. All days are `YYYY-MM-DD`. */
export const plusDays = (day: string, days: number) =>
	new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** That day, if it is a Monday, or the last one before. */
export const mondayBefore = (day: string) => plusDays(day, -((new Date(day).getUTCDay() + 6) % 7));

/** The moment at which a clock there shows this time. @param minute of the day, may pass midnight */
export function momentAt(day: string, minute: number, timeZone: string): Date {
	const at = Temporal.PlainDate.from(day)
		.toPlainDateTime()
		.add({ minutes: Math.floor(minute), seconds: Math.floor((minute % 1) * 60) });
	return new Date(at.toZonedDateTime(timeZone).epochMilliseconds);
}
