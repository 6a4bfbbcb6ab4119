import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { dataDocument } from './house/data-document.ts';
import { rolesTable } from './house/roles-table.ts';
import { settingsTable } from './house/settings-table.ts';

/**
 * `npm run docs`: writes what the code knows into the documentation; with `--check` it only says what would change.
 * Settings stand between two `<!-- settings -->` marks in docs/operate.md; docs/roles.md and docs/data.md are written whole.
 */
const mark = '<!-- settings -->';
const operate = join(projectRoot, 'docs/operate.md');
const roles = join(projectRoot, 'docs/roles.md');

const documents: Record<string, string> = {
	[operate]: withSettings(read(operate) ?? `# Operating Upstander\n\n## Settings\n\n${mark}\n${mark}\n`),
	[join(projectRoot, 'docs/data.md')]: dataDocument(),
	[roles]: `# Roles

Who may do what. Whoever signed in may also see and change what is their own, whatever their roles: their account, their
courses, their answers. Written from the code by \`npm run docs\`; change \`server/access.ts\` of the area, not this page.

${await rolesTable()}
`,
};

let stale = 0;
for (const [path, text] of Object.entries(documents)) {
	const wanted = await format(text, { ...(await resolveConfig(path)), filepath: path });
	if (read(path) === wanted) continue;
	stale += 1;
	if (process.argv.includes('--check')) console.log(`${path} is not up to date; run "npm run docs".`);
	else writeFileSync(path, wanted);
}
process.exitCode = process.argv.includes('--check') && stale > 0 ? 1 : 0;

function withSettings(text: string): string {
	const [before, , after, ...more] = text.split(mark);
	if (after === undefined || more.length > 0)
		throw new Error(`docs/operate.md must hold the mark ${mark} twice.`);
	return `${before}${mark}\n\n${settingsTable()}\n\n${mark}${after}`;
}

function read(path: string): string | undefined {
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
