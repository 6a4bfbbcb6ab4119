import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { projectRoot } from '../../platform/config/project-root.ts';
import type { Handbook } from '../topic.ts';
import { compileHandbook, type HandbookSource } from './compile-handbook.ts';

export const handbookFolder = join(projectRoot, 'content', 'handbook');

/** Reads every file of a handbook. */
export function readHandbookSource(folder = handbookFolder): HandbookSource {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\.(md|yaml)$/.test(name),
	);
	return Object.fromEntries(
		files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
	);
}

let compiled: Handbook | undefined;

/** The handbook that ships: the same for everyone, read when the first page of it is asked for. */
export function readHandbook(): Handbook {
	return (compiled ??= compileHandbook(readHandbookSource()));
}
