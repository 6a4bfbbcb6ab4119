import { join } from 'node:path';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { readCourses } from '../src/lib/learning/server/read-courses.ts';
import { tryCompile } from '../src/lib/learning/server/try-compile.ts';

/** Compiles every course and prints what its author should change, as `file:line reason`. */
let problems = 0;
for (const { id, source } of readCourses(join(projectRoot, 'content/courses'))) {
	const report = (file: string, line: number, reason: string) => {
		problems += 1;
		console.log(`content/courses/${id}/${file}:${line} ${reason}`);
	};
	const compiled = tryCompile(source);
	if ('problems' in compiled)
		for (const { file, line, reason } of compiled.problems) report(file, line, reason);
	else if (compiled.course.id !== id)
		report('course.yaml', 1, `says id "${compiled.course.id}"; the folder is "${id}".`);
}
process.exitCode = problems > 0 ? 1 : 0;
