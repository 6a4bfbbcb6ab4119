import { plain } from './tidy.ts';
import { columnOf, sensitivityOf } from './headings.ts';

/** A line of a table: where it stands, and its cells as they are written. */
export interface Line {
	/** As an editor or a spreadsheet counts, from 1. */
	readonly line: number;
	readonly cells: readonly string[];
}

export interface Delimited {
	readonly lines: Line[];
	/** Lines with a quotation mark that opens or closes nothing. */
	readonly strayQuotes: number[];
}

/** A quoted cell that runs over more lines or letters than this has lost its end. */
const mostBreaks = 200;
const longestCell = 20_000;
/** After so many stray quotation marks, quotation marks mean nothing in this file. */
const mostStray = 2000;
const likely = [',', ';', '\t', '|', '^', '~', ':', '\u001f', '¦', '#'];

/**
 * Reads text whose cells a sign separates. Quoted cells may hold separators and line ends. A quotation mark that stands
 * alone spoils nothing beyond its own cell: reading goes on as if it were not there, and its line is named.
 */
export function readDelimited(text: string, separator: string): Delimited {
	const lines: Line[] = [];
	const strayQuotes = new Set<number>();
	let strays = 0;
	let [at, line] = [0, 1];
	let start = line;
	let cells: string[] = [];
	while (at <= text.length) {
		const cell = strays > mostStray ? bareCell(text, at, separator) : cellAt(text, at, separator);
		if (cell.stray) {
			strays += 1;
			strayQuotes.add(line);
		}
		cells.push(cell.value);
		line += cell.breaks;
		at = cell.end;
		if (text[at] === separator) {
			at += 1;
			continue;
		}
		lines.push({ line: start, cells });
		if (at >= text.length) break;
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
		line += 1;
		start = line;
		cells = [];
		if (at >= text.length) break;
	}
	return { lines, strayQuotes: [...strayQuotes] };
}

interface Cell {
	readonly value: string;
	/** Where the separator, the line end or the end of the text stands. */
	readonly end: number;
	/** Line ends inside. */
	readonly breaks: number;
	readonly stray: boolean;
}

function cellAt(text: string, start: number, separator: string): Cell {
	let quote = start;
	while (text[quote] === ' ' && separator !== ' ') quote += 1;
	if (text[quote] !== '"') return bareCell(text, start, separator);
	const quoted = quotedCell(text, quote, separator);
	if (quoted) return quoted;
	const bare = bareCell(text, quote + 1, separator);
	return { ...bare, value: bare.value.replace(/"\s*$/, ''), stray: true };
}

function bareCell(text: string, start: number, separator: string): Cell {
	let end = start;
	while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
	const value = text.slice(start, end);
	// Inches and nicknames carry quotation marks of their own; an odd one is a stray.
	const marks = value.includes('"') ? value.split('"').length - 1 : 0;
	return { value, end, breaks: 0, stray: marks % 2 === 1 };
}

/** @returns undefined where the opening quotation mark turns out to open nothing */
function quotedCell(text: string, open: number, separator: string): Cell | undefined {
	let [at, breaks, stray] = [open + 1, 0, false];
	const parts: string[] = [];
	for (;;) {
		const close = text.indexOf('"', at);
		if (close === -1) return undefined;
		const part = text.slice(at, close);
		breaks += countBreaks(part);
		if (breaks > mostBreaks || close - open > longestCell) return undefined;
		parts.push(part);
		if (text[close + 1] === '"') {
			// Two are one, unless they end the cell after a stray one: "" before a separator closes an empty cell alone.
			parts.push('"');
			at = close + 2;
			continue;
		}
		let after = close + 1;
		while (text[after] === ' ' && separator !== ' ') after += 1;
		const next = text[after];
		if (next === undefined || next === separator || next === '\n' || next === '\r')
			return { value: parts.join(''), end: after, breaks, stray };
		// A mark inside: of a nickname while no line has ended; after that, it is the next cell's opening one.
		if (breaks > 0) return undefined;
		stray = true;
		parts.push('"');
		at = close + 1;
	}
}

const countBreaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** How many headings of the table are known, and how even its rows are, if this sign separates. */
function fit(sample: string, separator: string): [known: number, even: number] {
	const { lines } = readDelimited(sample, separator);
	const rows = lines.slice(0, 40).map(({ cells }) => cells);
	const known = Math.max(0, ...rows.map((cells) => cells.filter((cell) => isKnown(cell)).length));
	const widths = rows.map((cells) => cells.length).filter((width) => width > 1);
	const usual = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
	return [known, widths.filter((width) => width === usual).length * Math.min(usual, 3)];
}

const isKnown = (cell: string) => {
	if (cell.length > 60) return false;
	const word = plain(cell);
	return word !== '' && (columnOf(word) !== undefined || sensitivityOf(word) !== null);
};

/** The sign under which most headings are known: a comma inside a cell of a file of semicolons separates nothing. */
export function separatorOf(text: string): string {
	const sample = text.slice(0, 64 * 1024);
	const present = likely.filter((sign) => sample.includes(sign));
	const others = [...new Set(sample.slice(0, 2000).match(/[^\p{L}\p{N}\p{M}\s"'._@-]/gu) ?? [])].slice(0, 12);
	let best = { sign: ',', known: 0, even: 0 };
	for (const sign of new Set([...present, ...others])) {
		if (sign.length !== 1) continue;
		const [known, even] = fit(sample, sign);
		if (known > best.known || (known === best.known && even > best.even)) best = { sign, known, even };
	}
	return best.sign;
}
