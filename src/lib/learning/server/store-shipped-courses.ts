import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { projectRoot } from '../../platform/config/project-root.ts';
import type { Database, Tx } from '../../platform/db/server/database.ts';
import type { CourseSource } from '../course-source.ts';
import type { Course } from '../course.ts';
import { compileCourse } from './compile-course.ts';
import { hashSource } from './hash-source.ts';
import { readCourses } from './read-courses.ts';
import { shippedCourse } from './schema.ts';

export const coursesFolder = join(projectRoot, 'content', 'courses');

/**
 * Stores what ships, whole, by its hash, when the process starts. A version that is there already is not even
 * compiled again.
 * @throws CourseError when a shipped course does not compile
 */
export async function storeShippedCourses(db: Database, now: Date, folder = coursesFolder): Promise<void> {
	for (const { source } of readCourses(folder)) {
		const hash = hashSource(source);
		await db.global(async (tx) => {
			const [known] = await tx
				.select({ hash: shippedCourse.hash })
				.from(shippedCourse)
				.where(eq(shippedCourse.hash, hash));
			if (known) return;
			const compiled = compileCourse(source);
			await tx
				.insert(shippedCourse)
				.values({ hash, course: compiled.id, source, compiled, storedAt: now })
				.onConflictDoNothing();
		});
	}
}

export interface ShippedCourse {
	readonly hash: string;
	readonly course: string;
	readonly source: CourseSource;
	readonly compiled: Course;
}

/** The version of a course that shipped last. */
export async function latestShipped(tx: Tx, course: string): Promise<ShippedCourse | undefined> {
	const [latest] = await tx
		.select()
		.from(shippedCourse)
		.where(eq(shippedCourse.course, course))
		.orderBy(desc(shippedCourse.storedAt))
		.limit(1);
	return latest && { ...latest, source: latest.source as CourseSource, compiled: latest.compiled as Course };
}

/** Ids of all courses that ever shipped. */
export async function shippedCourseIds(tx: Tx): Promise<string[]> {
	const rows = await tx.selectDistinct({ course: shippedCourse.course }).from(shippedCourse);
	return rows.map(({ course }) => course).sort();
}
