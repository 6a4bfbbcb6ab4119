import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { readImports, type Import } from './read-imports.ts';

/** An import that leads to another file of `src/`. */
export interface Arrow extends Import {
	/** Path under `src/`, with slashes. */
	readonly to: string;
}

export interface SourceFile {
	readonly path: string;
	readonly arrows: readonly Arrow[];
	/** Imports of packages and of Node. */
	readonly packages: readonly Import[];
}

/** The sources by their path under `src/`: all TypeScript and Svelte files except the compiled messages. */
export function readSources(): Map<string, string> {
	const root = join(projectRoot, 'src');
	const files = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !path.startsWith('lib/paraglide/'))
		.sort();
	return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Who imports whom. */
export function importGraph(sources: ReadonlyMap<string, string>): Map<string, SourceFile> {
	const graph = new Map<string, SourceFile>();
	for (const [path, source] of sources) {
		const arrows: Arrow[] = [];
		const packages: Import[] = [];
		for (const found of readImports(path, source)) {
			const to = targetOf(path, found.specifier);
			if (to === undefined) packages.push(found);
			else arrows.push({ ...found, to });
		}
		graph.set(path, { path, arrows, packages });
	}
	return graph;
}

/** The file under `src/` that an import names; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
	if (specifier.startsWith('#lib/')) return `lib/${specifier.slice('#lib/'.length)}`;
	if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
	return undefined;
}

/** Each circle of imports once, as the files along it. Types count: a circle of types is a knot in the mind as well. */
export function findCircles(graph: ReadonlyMap<string, SourceFile>): string[][] {
	const circles: string[][] = [];
	const done = new Set<string>();
	const path: string[] = [];
	const walk = (file: string): void => {
		const at = path.indexOf(file);
		if (at !== -1) circles.push([...path.slice(at), file]);
		if (at !== -1 || done.has(file)) return;
		path.push(file);
		for (const to of new Set(graph.get(file)?.arrows.map((arrow) => arrow.to))) walk(to);
		path.pop();
		done.add(file);
	};
	for (const file of graph.keys()) walk(file);
	return circles;
}
