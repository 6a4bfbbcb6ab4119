import { areas } from '../../src/lib/areas.ts';
import type { Locale } from '../../src/lib/platform/context.ts';
import { presentRegister } from '../../src/lib/platform/privacy/present-register.ts';

const words = {
	en: {
		title: 'Record of processing',
		head: ['What', 'Tables', 'Whose', 'Purpose', 'Basis', 'Kept', 'Read by'],
		erased: 'What stays when somebody is erased',
		erasedHead: ['What', 'How long', 'Why'],
		years: (years: number, from: string) => `${years} years from \`${from}\``,
		along: 'as long as any of the others',
		stays: 'until retention takes it',
	},
	es: {
		title: 'Registro de actividades de tratamiento',
		head: ['Qué', 'Tablas', 'De quién', 'Para qué', 'Base', 'Plazo', 'Quién lee'],
		erased: 'Qué queda cuando se borra a alguien',
		erasedHead: ['Qué', 'Cuánto tiempo', 'Por qué'],
		years: (years: number, from: string) => `${years} años desde \`${from}\``,
		along: 'mientras quede algo de lo demás',
		stays: 'hasta que venza su plazo',
	},
} as const;

/** docs/data.md: what is processed, for what, how long, and who reads it, from the areas' own lists. */
export function dataDocument(): string {
	return `# Data

What Upstander stores, about whom, for what, on which basis, how long, and who reads it. Written from the lists in
\`src/lib/*/server/data.ts\` and \`src/lib/platform/privacy/server/platform-data.ts\` by \`npm run docs\`; change those, not
this page. Every organization shows the same to its people at \`/o/<organization>/privacy\`. An organization that runs
Upstander is the controller; it adds to its own notice who it is and whom to write to.

${record('en')}

## How it runs out

Every night the round \`privacy.retain\` removes what is over, a few thousand rows at a time. \`npm run retention -- --dry-run\`
and the page "Data protection" show what would go. A legal hold on a person or the organization stops it for them.

Rows leave tables that only grow, such as events and answers, through two functions of the database alone
(\`src/lib/platform/db/server/build-erasure.ts\`): one needs a recorded decision to erase this very person, the other an age of
seven years. The audit chain holds salted hashes, so it still verifies afterward and counts what was erased.

## Backups

A backup is a copy: what is erased here is still in every backup made before, until that backup is deleted. So:

- Delete backups after a time that you state in your notice; we suggest 35 days. Then a backup forgets at most 35 days later.
- A legal hold does not reach into backups: a backup that a claim may need must be set aside by hand.
- After a restore, what was erased since the backup is there again, and so is the request. The record that it was
  carried out is in the database too, so it is gone as well: note the days of erasures outside (the page lists them) and
  confirm them again after a restore.
- PostgreSQL keeps removed rows in its files until they are vacuumed, and in its write-ahead log until that is recycled:
  hours to days.

Nothing that is erased can be brought back other than from a backup.

${record('es')}
`;
}

function record(locale: Locale): string {
	const { title, head, erased, erasedHead, years, along, stays } = words[locale];
	const lines = presentRegister(areas.data, locale).map((line) => [
		line.title,
		line.tables.map((table) => `\`${table}\``).join(', '),
		line.whose,
		line.purpose,
		line.basis,
		line.kept,
		line.readers,
	]);
	const kept = areas.data.flatMap(({ title: what, erase }) => {
		if (!erase || erase.how === 'rows') return [];
		const long =
			erase.how === 'kept' ? years(erase.years, erase.from) : erase.how === 'along' ? along : stays;
		return [[what[locale], long, erase.why[locale]]];
	});
	return `## ${title}\n\n${table(head, lines)}\n\n### ${erased}\n\n${table(erasedHead, kept)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
