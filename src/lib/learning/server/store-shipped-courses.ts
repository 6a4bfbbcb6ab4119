import { join } from 'node:path';
import { desc, eq, sql } from 'drizzle-orm';
import { projectRoot } from '../../platform/config/project-root.ts';
import type { Database, Tx } from '../../platform/db/server/database.ts';
import type { CourseSource } from '../course-source.ts';
import type { Course } from '../course.ts';
import { compileCourse } from './compile-course.ts';
import { hashSource } from './hash-source.ts';
import { readCourses } from './read-courses.ts';
import { courseShipping, shippedCourse } from './schema.ts';

export const coursesFolder = join(projectRoot, 'content', 'courses');

/**
 * Stores what ships, whole, by its hash, when the process starts, and notes since when it ships. A version that is
 * stored already is not compiled again; going back to an older release makes the older version the shipped one again.
 * @throws CourseError when a shipped course does not compile
 */
export async function storeShippedCourses(db: Database, now: Date, folder = coursesFolder): Promise<void> {
	for (const { id, source } of readCourses(folder)) {
		const hash = hashSource(source);
		await db.global(async (tx) => {
			await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('shipping', 0))`);
			const [latest] = await shippings(tx, id);
			if (latest?.hash === hash) return;
			await store(tx, hash, source, now);
			const number = (latest?.number ?? 0) + 1;
			await tx.insert(courseShipping).values({ course: id, hash, number, shippedAt: now });
		});
	}
}

const shippings = (tx: Tx, course: string) =>
	tx
		.select()
		.from(courseShipping)
		.where(eq(courseShipping.course, course))
		.orderBy(desc(courseShipping.number))
		.limit(1);

async function store(tx: Tx, hash: string, source: CourseSource, now: Date): Promise<void> {
	const known = await tx
		.select({ hash: shippedCourse.hash })
		.from(shippedCourse)
		.where(eq(shippedCourse.hash, hash));
	if (known.length > 0) return;
	const compiled = compileCourse(source);
	await tx.insert(shippedCourse).values({ hash, course: compiled.id, source, compiled, storedAt: now });
}

export interface ShippedCourse {
	readonly hash: string;
	readonly course: string;
	readonly source: CourseSource;
	readonly compiled: Course;
}

/** The version of a course that ships now. */
export async function latestShipped(tx: Tx, course: string): Promise<ShippedCourse | undefined> {
	const [latest] = await tx
		.select({ version: shippedCourse })
		.from(courseShipping)
		.innerJoin(shippedCourse, eq(shippedCourse.hash, courseShipping.hash))
		.where(eq(courseShipping.course, course))
		.orderBy(desc(courseShipping.number))
		.limit(1);
	if (!latest) return undefined;
	const { hash, source, compiled } = latest.version;
	return { hash, course, source: source as CourseSource, compiled: compiled as Course };
}

/** Ids of all courses that ever shipped. */
export async function shippedCourseIds(tx: Tx): Promise<string[]> {
	const rows = await tx.selectDistinct({ course: courseShipping.course }).from(courseShipping);
	return rows.map(({ course }) => course).sort();
}
