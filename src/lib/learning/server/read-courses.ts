import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CourseSource } from '../course-source.ts';

/** Reads every course folder under `content/courses/`. */
export function readCourses(folder: string): { id: string; source: CourseSource }[] {
	return readdirSync(folder)
		.filter((name) => statSync(join(folder, name)).isDirectory())
		.sort()
		.map((id) => ({ id, source: readSource(join(folder, id)) }));
}

function readSource(folder: string): CourseSource {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(yaml|md|ink)$/.test(name))
		.sort();
	return Object.fromEntries(
		files.map((name) => {
			const path = join(folder, name);
			return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
		}),
	);
}
