/** What a cell of a file that we write may hold. A day is one, not a text that looks like one. */
export type Cell = string | number | null | { readonly day: string };

/** Marks a day, `YYYY-MM-DD`. */
export const dayCell = (day: string | null): Cell => (day === null ? null : { day });
