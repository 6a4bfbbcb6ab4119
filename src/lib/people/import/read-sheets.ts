import { Buffer } from 'node:buffer';
import { checkArchive } from './check-archive.ts';
import { readDelimited, separatorOf } from './read-delimited.ts';
import { readText } from './read-text.ts';
import { mostColumns, mostLines, readWorkbook, type Sheet } from './read-workbook.ts';

/** Why a file as a whole cannot be read. Each has its sentence, `people_file_problem_<code>`. */
export type FileProblem =
	'empty' | 'not_table' | 'locked' | 'too_large' | 'too_much_inside' | 'broken_archive' | 'too_slow';

/**
 * Reads a file into sheets of cells, by what it is and not by its name. A file of text has one sheet without a name.
 * Pure: the same bytes give the same answer.
 */
export function readSheets(bytes: Uint8Array): Sheet[] | FileProblem {
	if (bytes.byteLength === 0) return 'empty';
	const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
	const isArchive = begins(0x50, 0x4b);
	const isCompound = begins(0xd0, 0xcf, 0x11, 0xe0);
	if (isArchive) {
		const fault = checkArchive(bytes);
		if (fault) return fault;
	}
	if (isArchive || isCompound || begins(0x09, 0x08) || begins(0x09, 0x04)) return openWorkbook(bytes);
	if (isPicture(bytes)) return 'not_table';
	const text = readText(bytes);
	const start = text.slice(0, 4000).trimStart().toLowerCase();
	if (
		start.startsWith('<') &&
		/<(table|workbook|ss:workbook|html|\?mso)/.test(text.slice(0, 200_000).toLowerCase())
	) {
		if (!/<(table|ss:table|worksheet)/i.test(text)) return 'not_table';
		return openWorkbook(
			new TextEncoder().encode(letters(text.replace(/encoding="[^"]*"|charset=[\w-]+/i, ''))),
		);
	}
	return textSheet(text);
}

const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
		' ',
	);

/** Letters that a page writes as entities; those that mean markup stay. */
function letters(page: string): string {
	return page.replace(
		/&(?:#(\d{2,6})|#x([\da-f]{2,5})|([A-Za-z]\w{1,6}));/gi,
		(entity, decimal, hex, name) => {
			const at = name === undefined ? -1 : latin.indexOf(String(name));
			const code = at === -1 ? Number.parseInt(String(decimal ?? hex), decimal ? 10 : 16) : 160 + at;
			const isMarkup = code === 38 || code === 60 || code === 62;
			return !(code >= 32 && code <= 0x10ffff) || isMarkup ? entity : String.fromCodePoint(code);
		},
	);
}

/** How PDF, PNG, GIF, JPEG, programs (ELF, MZ) and archives other than ZIP begin, in hexadecimal. */
const signatures = '255044462d 89504e47 47494638 ffd8ff 7f454c46 4d5a90 1f8b 425a68 377abc 52617221'.split(
	' ',
);

/** Pictures, PDF and programs have bytes that no text has. */
function isPicture(bytes: Uint8Array): boolean {
	const start = Buffer.from(bytes.subarray(0, 5)).toString('hex');
	return signatures.some((signature) => start.startsWith(signature));
}

function openWorkbook(bytes: Uint8Array): Sheet[] | FileProblem {
	const { log, warn, error: complain } = console;
	try {
		// The library mutters about odd workbooks on the console, with what stands in them; nothing of people goes to a log.
		Object.assign(console, { log() {}, warn() {}, error() {} });
		const sheets = readWorkbook(bytes);
		if (sheets.every(({ lines }) => lines.every(({ cells }) => cells.length === 0))) return 'empty';
		return sheets;
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		if (/password|encrypt/i.test(said)) return 'locked';
		return 'broken_archive';
	} finally {
		Object.assign(console, { log, warn, error: complain });
	}
}

function textSheet(text: string): Sheet[] | FileProblem {
	// Excel reads a first line such as "sep=;" as an instruction.
	const told = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
	const body = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
	if (oddShare(body) > 0.1) return 'not_table';
	const separator = told?.[1] ?? separatorOf(body);
	const { lines, strayQuotes } = readDelimited(body, separator);
	const kept = told ? lines.slice(1) : lines;
	const wide = kept.some(
		({ cells }) => cells.length > mostColumns && cells.slice(mostColumns).some((cell) => cell.trim() !== ''),
	);
	const cut = kept.length > mostLines ? 'lines' : wide ? 'columns' : null;
	if (kept.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) return 'empty';
	const shortened = kept.slice(0, mostLines).map(({ line, cells }) => ({
		line,
		cells: cells.length > mostColumns ? cells.slice(0, mostColumns) : cells,
	}));
	return [{ name: '', hidden: false, lines: shortened, hiddenColumns: [], strayQuotes, separator, cut }];
}

/** How many of the first letters no person types: controls other than white space, and what is no letter at all. */
function oddShare(text: string): number {
	const start = [...text.slice(0, 2000)].map((letter) => letter.charCodeAt(0));
	const odd = start.filter(
		(code) => (code < 9 || (code > 13 && code < 28) || code === 0xfffd) && code > 0,
	).length;
	return odd / Math.max(1, start.length);
}
