import { createHash } from 'node:crypto';
import type { CourseSource } from '../course-source.ts';

/** Names a version by its words: SHA-256 over every file's path and content, in order of paths. */
export function hashSource(source: CourseSource): string {
	const hash = createHash('sha256');
	for (const path of Object.keys(source).sort()) {
		hash.update(JSON.stringify([path, (source[path] ?? '').replace(/\r\n/g, '\n')]));
	}
	return hash.digest('hex').slice(0, 32);
}
