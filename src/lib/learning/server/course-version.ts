import { and, desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import type { Course } from '../course.ts';
import { courseAdoption, courseVersion } from './schema.ts';
import { latestShipped, type ShippedCourse } from './store-shipped-courses.ts';

export interface CourseVersion {
	readonly hash: string;
	readonly shippedHash: string;
	readonly compiled: Course;
}

/** Versions never change, so the parsed ones may be kept; the least recently used make room. */
const parsed = new Map<string, CourseVersion>();
const mostKept = 50;

/** One version that the organization has taken. */
export async function courseVersionByHash(ctx: Ctx, hash: string): Promise<CourseVersion> {
	const key = `${ctx.org.id}/${hash}`;
	let version = parsed.get(key);
	if (!version) {
		const [row] = await ctx.tx
			.select({
				hash: courseVersion.hash,
				shippedHash: courseVersion.shippedHash,
				compiled: courseVersion.compiled,
			})
			.from(courseVersion)
			.where(and(eq(courseVersion.orgId, ctx.org.id), eq(courseVersion.hash, hash)));
		if (!row) throw notFound();
		version = { ...row, compiled: row.compiled as Course };
	}
	parsed.delete(key);
	parsed.set(key, version);
	if (parsed.size > mostKept) parsed.delete(parsed.keys().next().value ?? '');
	return version;
}

/** The version that new enrollments get: the one adopted last, else the one that ships. Looking adopts nothing. */
export async function adoptedVersion(ctx: Ctx, course: string): Promise<CourseVersion> {
	const adopted = await latestAdoption(ctx, course);
	if (adopted) return courseVersionByHash(ctx, adopted);
	const shipped = await latestShipped(ctx.tx, course);
	if (!shipped) throw notFound();
	return { hash: shipped.hash, shippedHash: shipped.hash, compiled: shipped.compiled };
}

/** The same, and from now on it stays until somebody takes another: for who enrolls people. */
export async function adoptForEnrollment(ctx: Ctx, course: string): Promise<CourseVersion> {
	if (!(await latestAdoption(ctx, course))) {
		const shipped = await latestShipped(ctx.tx, course);
		if (!shipped) throw notFound();
		await adoptVersion(ctx, shipped, shipped.hash, shipped.compiled);
	}
	return adoptedVersion(ctx, course);
}

async function latestAdoption(ctx: Ctx, course: string): Promise<string | undefined> {
	const [latest] = await ctx.tx
		.select({ hash: courseAdoption.hash })
		.from(courseAdoption)
		.where(and(eq(courseAdoption.orgId, ctx.org.id), eq(courseAdoption.course, course)))
		.orderBy(desc(courseAdoption.adoptedAt), desc(courseAdoption.id))
		.limit(1);
	return latest?.hash;
}

/** Takes a version: from now on new enrollments get it; who is in the middle of an older one stays there. */
export async function adoptVersion(
	ctx: Ctx,
	shipped: ShippedCourse,
	hash: string,
	compiled: Course,
): Promise<void> {
	await ctx.tx
		.insert(courseVersion)
		.values({
			orgId: ctx.org.id,
			hash,
			course: shipped.course,
			shippedHash: shipped.hash,
			compiled,
			madeAt: ctx.now,
		})
		.onConflictDoNothing();
	const adoptedBy = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
	await ctx.tx
		.insert(courseAdoption)
		.values({ orgId: ctx.org.id, id: uuidv7(), course: shipped.course, hash, adoptedAt: ctx.now, adoptedBy });
}
