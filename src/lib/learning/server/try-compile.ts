import { CourseError, type CourseSource, type SourceProblem } from '../course-source.ts';
import type { Course } from '../course.ts';
import { compileCourse } from './compile-course.ts';

export type Compiled = { readonly course: Course } | { readonly problems: readonly SourceProblem[] };

/** Compiles what somebody typed, with its problems as a value: for a worker, across which errors lose their class. */
export function tryCompile(source: CourseSource): Compiled {
	try {
		return { course: compileCourse(source) };
	} catch (error) {
		if (error instanceof CourseError) return { problems: error.problems };
		throw error;
	}
}
