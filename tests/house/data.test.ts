import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areas } from '../../src/lib/areas.ts';
import { appendOnly } from '../../src/lib/platform/db/server/build-walls.ts';
import { endedByOwner, erasedByOwner } from '../../src/lib/platform/db/server/build-erasure.ts';
import { readerWords } from '../../src/lib/platform/privacy/words.ts';
import { freshDatabase, type FreshDatabase } from '../harness/postgres.ts';
import { asRole } from '../harness/rows.ts';

/** Columns that name a person, whatever the table: by what they are called, or by what they refer to. */
const namesPeople =
	/(^|_)(account|person|actor|subject|manager|supervisor|reporter|recipient|email)(_id)?$|_by$/;

interface Column {
	readonly table: string;
	readonly column: string;
	readonly person: boolean;
	readonly indirect: boolean;
}

describe('the register of data', () => {
	let database: FreshDatabase;
	let columns: Column[];
	beforeAll(async () => {
		database = await freshDatabase();
		columns = await readColumns(database.adminUrl);
	});
	afterAll(() => database.drop());

	const entryOf = (table: string) => {
		const schema = table.includes('.') ? `${table.split('.')[0]}.*` : undefined;
		return areas.data.find((entry) => entry.table === table || entry.table === schema);
	};
	const mineOf = (table: string) => {
		const { mine } = entryOf(table) ?? {};
		return mine === undefined ? [] : 'column' in mine ? [mine.column] : mine;
	};

	it('has an entry for every table of the migrated database, those of the queue too', () => {
		const tables = [...new Set(columns.map(({ table }) => table))];
		expect(tables.length).toBeGreaterThan(30);
		expect(tables.some((table) => table.startsWith('jobs.'))).toBe(true);
		expect(tables.filter((table) => !entryOf(table))).toEqual([]);
	});

	it('has no entry without a table, and none twice', () => {
		const known = areas.data.map(({ table }) => table);
		expect(known.filter((table, index) => known.indexOf(table) !== index)).toEqual([]);
		const there = new Set(columns.flatMap(({ table }) => [table, `${table.split('.')[0]}.*`]));
		expect(known.filter((table) => !there.has(table))).toEqual([]);
	});

	it('says of every column that names people whose copy it is in, or why it is in none', () => {
		const silent = columns.filter(({ table, column, person }) => {
			const entry = entryOf(table);
			if (!person || !entry || entry.table.endsWith('*')) return false;
			return !mineOf(table).includes(column) && !entry.fields?.[column] && !entry.left?.[column];
		});
		expect(silent.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
	});

	it('finds rows that lead to a person over another table too', () => {
		const lost = columns.filter(({ table, column, indirect }) => {
			const entry = entryOf(table);
			if (!indirect || !entry) return false;
			return !entry.mine && !entry.left?.[column];
		});
		expect(lost.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
	});

	it('puts every column of a person’s rows into their copy, or says why not', () => {
		for (const entry of areas.data.filter(({ mine }) => mine)) {
			const there = columns.filter(({ table }) => table === entry.table).map(({ column }) => column);
			const said = [...Object.keys(entry.fields ?? {}), ...Object.keys(entry.left ?? {})];
			const wanted = there.filter((column) => column !== 'org_id' && !mineOf(entry.table).includes(column));
			expect(
				wanted.filter((column) => !said.includes(column)),
				`${entry.table}: not said`,
			).toEqual([]);
			expect(
				said.filter((column) => !there.includes(column)),
				`${entry.table}: no such column`,
			).toEqual([]);
			expect(Object.keys(entry.fields ?? {}).filter((column) => column in (entry.left ?? {}))).toEqual([]);
		}
	});

	it('says of every table with a person’s rows what becomes of them', () => {
		const silent = areas.data.filter(({ mine, erase }) => (mine === undefined) !== (erase === undefined));
		expect(silent.map(({ table }) => table)).toEqual([]);
	});

	it('names columns that exist where rows are kept, emptied or run out', () => {
		for (const { table, erase, over } of areas.data) {
			const there = columns.filter((column) => column.table === table).map(({ column }) => column);
			const named = [
				...(erase?.how === 'kept' ? [erase.from] : []),
				...(erase && 'clear' in erase ? (erase.clear ?? []) : []),
				...(over ? [over.since] : []),
			];
			expect(
				named.filter((column) => !there.includes(column)),
				table,
			).toEqual([]);
		}
	});

	it('removes from tables that only grow through the owner’s functions alone', () => {
		const growing = areas.data.filter(({ table }) => appendOnly.includes(table));
		const erased = growing.filter(({ mine, erase }) => mine && erase && erase.how !== 'stays');
		expect(erased.filter(({ table }) => !(table in erasedByOwner)).map(({ table }) => table)).toEqual([]);
		const ended = growing.filter(({ over }) => over);
		for (const { table, over } of ended) expect(over?.only, table).toBe(endedByOwner[table]?.only);
		expect(ended.filter(({ table }) => !(table in endedByOwner)).map(({ table }) => table)).toEqual([]);
	});

	it('speaks both languages to the end', () => {
		const texts = areas.data.flatMap(({ title, purpose, kept, fields = {} }) => [
			title,
			purpose,
			kept,
			...Object.values(fields),
		]);
		for (const text of texts) {
			expect(text.en.trim().length * text.es.trim().length, JSON.stringify(text)).toBeGreaterThan(0);
			expect(text.en + text.es).not.toMatch(/[!¡]/);
		}
		const readers = new Set(areas.data.flatMap((entry) => entry.readers));
		expect([...readers].filter((reader) => !readerWords[reader])).toEqual([]);
	});
});

/** Every column of every table; `indirect` where it refers to a table whose own rows are a person's. */
async function readColumns(adminUrl: string): Promise<Column[]> {
	return asRole(adminUrl, async (admin) => {
		const { rows } = await admin.query<{ table: string; column: string; refers: string | null }>(`
			select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as "table",
				a.attname as "column",
				(select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
					where k.contype = 'f' and k.conrelid = c.oid and a.attnum = any (k.conkey[2:]) limit 1) as refers
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
			order by 1, a.attnum`);
		const people = ['account', 'person'];
		const own = areas.data.filter(({ mine }) => mine).map(({ table }) => table);
		return rows.map(({ table, column, refers }) => ({
			table,
			column,
			person: namesPeople.test(column) || people.includes(refers ?? ''),
			indirect: refers !== null && own.includes(refers),
		}));
	});
}
