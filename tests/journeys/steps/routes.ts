import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../../../src/lib/platform/config/project-root.ts';

/** Every page that the project has, by its folder, such as `o/[org]/speak-up`. */
export function pagesOnDisk(): string[] {
	const routes = join(projectRoot, 'src', 'routes');
	return readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.map((file) => file.split(sep).join('/'))
		.filter((file) => /(^|\/)\+page\.svelte$/.test(file))
		.map((file) => file.replace(/(^|\/)\+page\.svelte$/, '').replace(/(^|\/)\([^/]+\)/g, ''))
		.map((path) => path.replace(/^\//, ''))
		.sort();
}
