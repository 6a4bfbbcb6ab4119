import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { importGraph, readSources, type SourceFile } from '../house/import-graph.ts';
import type { ScreenRoute } from '../screens-routes.ts';

/** The routes that are made of a file that differs from git's HEAD, directly or over imports. */
export function changedRoutes(routes: readonly ScreenRoute[]): ScreenRoute[] {
	const changed = changedFiles();
	const everywhere = changed.some((path) => /^src\/(app\.html|lib\/ui\/.*\.(css|woff2)|lib\/ui\/messages\/)/.test(path));
	if (everywhere) return [...routes];
	const graph = importGraph(readSources());
	return routes.filter(({ folder }) => {
		const made = madeOf(graph, folder);
		const areas = [...made].flatMap((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? []);
		const words = new Set(areas.map((area) => `src/lib/${area}/messages/`));
		return changed.some((path) => made.has(path.slice('src/'.length)) || words.has(`${posix.dirname(path)}/`));
	});
}

/** Changed and new files, with slashes. */
function changedFiles(): string[] {
	const git = (...args: string[]) =>
		execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).split('\0').filter(Boolean);
	return [...git('diff', '--name-only', '-z', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard', '-z')];
}

/** The page's own files, the layouts above it, and everything they import. */
function madeOf(graph: ReadonlyMap<string, SourceFile>, folder: string): Set<string> {
	const made = new Set<string>();
	for (const path of graph.keys()) {
		const [place, name] = [posix.dirname(path), posix.basename(path)];
		if (!place.startsWith('routes')) continue;
		const above = `routes/${folder}/`.startsWith(`${place}/`);
		const own = place === posix.join('routes', folder);
		if (own || (above && /^\+(layout|error)/.test(name))) made.add(path);
	}
	for (const path of made) for (const { to } of graph.get(path)?.arrows ?? []) made.add(to);
	return made;
}
