import type { PersonRow } from './person-row.ts';

/**
 * Leaves out addresses that two people would have. An address that several people of the file share goes to none of them,
 * unless one of them has it already. Within one file an address may move: its holder lets go of it by getting another
 * one, not by an empty cell, and not by one that is itself left out.
 * @param holders who has which address now, by address: the number
 * @returns the rows whose address is left out
 */
export function takenEmails(
	rows: readonly PersonRow[],
	holders: ReadonlyMap<string, string>,
): ReadonlySet<PersonRow> {
	const wished = new Map(rows.map((row) => [row.number, row.email]));
	const taken = new Set<PersonRow>();
	const leaveOut = (row: PersonRow) => {
		taken.add(row);
		wished.set(row.number, null);
	};
	const sharers = new Map<string, PersonRow[]>();
	for (const row of rows)
		if (row.email !== null) sharers.set(row.email, [...(sharers.get(row.email) ?? []), row]);
	for (const [email, sharing] of sharers) {
		if (sharing.length < 2) continue;
		for (const row of sharing) if (holders.get(email) !== row.number) leaveOut(row);
	}
	const isTaken = ({ number, email }: PersonRow) => {
		const other = email === null ? undefined : holders.get(email);
		if (other === undefined || other === number) return false;
		const next = wished.get(other) ?? null;
		return next === null || next === email;
	};
	// Who does not get a new address keeps the old one, which may leave out another.
	for (let before = -1; before < taken.size;) {
		before = taken.size;
		for (const row of rows) if (!taken.has(row) && isTaken(row)) leaveOut(row);
	}
	return taken;
}
