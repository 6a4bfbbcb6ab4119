import type { Ctx, Role } from '../context.ts';

/** The same sentence in both languages. */
export interface Words {
	readonly en: string;
	readonly es: string;
}

/** Who reads rows of a table: a role, the person themselves, or one of these. */
export type Reader = Role | 'self' | 'manager' | 'operator' | 'everyone' | 'nobody';

/** Why rows may be held. The organization names its own law on its notice; these are the kinds that exist. */
export type Basis = 'law' | 'employment' | 'interest' | 'choice' | 'none';

/** Why a column is not in somebody's copy: an inner key, a secret or its hash, somebody else, or in words. */
export type LeftOut = 'internal' | 'secret' | 'other' | Words;

interface Along {
	/** Columns that are emptied at once. */
	readonly clear?: readonly string[];
	readonly why: Words;
}

/** What becomes of somebody's rows when they are erased. */
export type Erasure =
	/** They go at once. */
	| { readonly how: 'rows' }
	/** A law keeps them `years` after the day in column `from`; an empty one means "no end yet". */
	| (Along & { readonly how: 'kept'; readonly years: number; readonly from: string })
	/** What is kept needs them; they go together with the last row that is kept. */
	| (Along & { readonly how: 'along' })
	/** They stay until retention takes them: nothing in them says who somebody was once the person is gone. */
	| { readonly how: 'stays'; readonly why: Words };

/** One row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** When rows are over, whoever they are about: `days` after the instant in column `since`. */
export interface Retention {
	readonly days: number;
	readonly since: string;
	/** A further condition on the same row, in SQL. */
	readonly only?: string;
}

/**
 * Everything that must be known about the data in one table. An area lists its tables in `server/data.ts`; from these
 * lists come docs/data.md, the privacy page, a person's copy, erasure, and what is removed every night.
 */
export interface TableData {
	/** As it is called in the database; `jobs.*` for a schema that a library keeps. */
	readonly table: string;
	/** What one row is, such as "Signed-in browsers". */
	readonly title: Words;
	readonly purpose: Words;
	/** Whose data it is. */
	readonly whose: 'people' | 'nobody' | 'reporters';
	readonly basis: Basis;
	/** How long rows are kept, in words. */
	readonly kept: Words;
	readonly readers: readonly Reader[];
	/**
	 * Which rows are a person's: columns that hold their account id, or one that leads to a row of another table that
	 * does. Absent where no row is a person's.
	 */
	readonly mine?:
		readonly string[] | { readonly column: string; readonly table: string; readonly account: string };
	/** Columns in the copy that somebody gets of their own rows, in the words of its README. */
	readonly fields?: Readonly<Record<string, Words>>;
	/** Puts names in the place of ids, before the rows are shown to their person. */
	readonly readable?: (ctx: Ctx, rows: readonly Row[]) => Promise<readonly Row[]>;
	/** A condition, in SQL, that rows in the copy fulfill: what the person must not learn of. */
	readonly copyOnly?: string;
	/** Every other column of a person's rows, and every column that names people elsewhere, with its reason. */
	readonly left?: Readonly<Record<string, LeftOut>>;
	readonly erase?: Erasure;
	/** What must be done before somebody's rows go, such as counting without them; what refers to them is gone by then. */
	readonly beforeGoing?: (ctx: Ctx, accountId: string) => Promise<void>;
	/** What else is forgotten of somebody whose rows stay for a while. */
	readonly forget?: (ctx: Ctx, accountId: string) => Promise<void>;
	/** Columns by which rows of others name somebody, such as their manager: emptied when that person goes. */
	readonly lettingGo?: readonly string[];
	readonly over?: Retention;
}
