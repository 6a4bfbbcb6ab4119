import {
	areaArrows,
	areas,
	emptyNames,
	handlerSide,
	packageDoors,
	reporterSide,
	roomArrows,
	serverDoors,
	type Area,
	type Room,
} from '../arrows.ts';
import { findCircles, importGraph, type Arrow, type SourceFile } from './import-graph.ts';

/**
 * Everything in the sources that breaks an arrow or a name, each as `file:line what, because why`.
 * @param sources file contents by path under `src/`
 */
export function findBrokenArrows(sources: ReadonlyMap<string, string>): string[] {
	const graph = importGraph(sources);
	const problems = [...graph.keys()].flatMap((path) => [...emptyName(path), ...unknownRoom(path)]);
	for (const file of graph.values()) {
		if (isTest(file.path)) continue;
		problems.push(
			...file.arrows.flatMap((arrow) => [
				...wrongRoom(file.path, arrow),
				...foreignTables(file.path, arrow),
				...serverFromOutside(file.path, arrow),
			]),
			...forbiddenPackages(file),
		);
	}
	problems.push(...reporterMeetsHandler(graph));
	problems.push(
		...findCircles(graph).map(
			(circle) =>
				`${circle[0]} imports in a circle: ${circle.join(' → ')}, because nobody can read or test one part alone`,
		),
	);
	return problems;
}

const isTest = (path: string) => path.endsWith('.test.ts');

/** The room that a file of `src/` stands in; undefined for a folder of `lib/` that the list does not know. */
export function roomOf(path: string): Room | undefined {
	if (path.startsWith('routes/')) return 'routes';
	if (path.startsWith('server/')) return 'process';
	if (/^hooks\.(server|client)\.ts$/.test(path)) return 'hooks';
	if (path === 'app.d.ts') return 'hooks';
	if (path === 'lib/areas.ts') return 'root';
	const folder = /^lib\/([^/]+)\//.exec(path)?.[1];
	if (folder === 'paraglide') return 'words';
	if (folder === 'platform' || folder === 'ui') return folder;
	return areas.find((area) => area === folder);
}

const isArea = (room: Room): room is Area => room in areaArrows;

function unknownRoom(path: string): string[] {
	return roomOf(path)
		? []
		: [`${path} stands in a room that tools/arrows.ts does not know, because nobody drew its arrows`];
}

function wrongRoom(path: string, { to, line }: Arrow): string[] {
	const [from, target] = [roomOf(path), roomOf(to)];
	if (!from) return [];
	if (!target)
		return [`${path}:${line} imports ${to}, which stands in a room that tools/arrows.ts does not know`];
	if (from === target || target === 'words') return [];
	const { may, why } = isArea(from)
		? {
				may: [...areaArrows[from], 'platform', 'ui'],
				why: 'areas talk forward by verbs and backward by events (subscribe in server/, hand it over in areas.ts)',
			}
		: roomArrows[from];
	if ((may as readonly Room[]).includes(target)) return [];
	return [`${path}:${line} imports ${to}: ${from} may not know ${target}, because ${why}`];
}

function foreignTables(path: string, { to, line }: Arrow): string[] {
	const [from, target] = [roomOf(path), roomOf(to)];
	if (!to.endsWith('/schema.ts') || from === target || !target || !isArea(target)) return [];
	if (path.endsWith('/schema.ts')) return []; // a foreign key
	return [
		`${path}:${line} imports ${to}, because an area's tables are touched by its own verbs alone; call one`,
	];
}

function serverFromOutside(path: string, { to, line, typeOnly }: Arrow): string[] {
	const within = (file: string) => /(^|\/)server\//.test(file);
	if (!within(to) || within(path)) return [];
	if (path.endsWith('.svelte'))
		return [`${path}:${line} imports ${to}, because a component runs in the browser`];
	if (typeOnly || serverDoors.some((door) => door.test(path))) return [];
	return [`${path}:${line} imports ${to}, because what is outside server/ must be safe for the browser`];
}

function forbiddenPackages({ path, packages }: SourceFile): string[] {
	return packages.flatMap(({ specifier, line }) => {
		if (path.startsWith('lib/') && /^\$(app|env)\//.test(specifier)) {
			return [
				`${path}:${line} imports ${specifier}, because seeds, scripts and tests load lib/ without SvelteKit`,
			];
		}
		return packageDoors
			.filter(({ packages: which, only }) => which.test(specifier) && !only.test(path))
			.map(({ why }) => `${path}:${line} imports ${specifier}, because ${why}`);
	});
}

/** Also over several files: what the reporter's side loads, loads. */
function reporterMeetsHandler(graph: ReadonlyMap<string, SourceFile>): string[] {
	const problems: string[] = [];
	for (const start of graph.keys()) {
		if (isTest(start) || !reporterSide.some((side) => side.test(start))) continue;
		const trails = new Map([[start, start]]);
		for (const [path, trail] of trails) {
			if (handlerSide.some((side) => side.test(path))) {
				problems.push(
					`${trail}: the reporter's side reaches the handler's, because whoever speaks up must not depend on who reads it`,
				);
			}
			for (const { to } of graph.get(path)?.arrows ?? [])
				if (!trails.has(to)) trails.set(to, `${trail} → ${to}`);
		}
	}
	return problems;
}

function emptyName(path: string): string[] {
	const parts = path.split('/').map((part) => part.replace(/\..*$/, ''));
	const empty = parts.find((part) => emptyNames.test(part));
	if (empty) return [`${path} is called "${empty}", because a name says what is inside`];
	if (/(^|\/)index\.(ts|js)$/.test(path))
		return [`${path} is a barrel, because a reader should see where a thing comes from`];
	return [];
}
