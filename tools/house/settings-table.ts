import { variables } from '../../src/lib/platform/config/variables.ts';

/** Every setting as a Markdown table. */
export function settingsTable(): string {
	const rows = Object.entries(variables).map(([name, { about, schema }]) => {
		const fallback = 'default' in schema ? schema.default : undefined;
		return `| \`${name}\` | ${about.replaceAll('|', '\\|')} | ${fallback === undefined ? '' : `\`${String(fallback)}\``} |`;
	});
	return ['| Setting | What it is for | Without it |', '| --- | --- | --- |', ...rows].join('\n');
}
