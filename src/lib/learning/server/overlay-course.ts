import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { runInWorker } from '../../platform/worker/run-in-worker.ts';
import type { CourseSource } from '../course-source.ts';
import type { OverlayOutcome } from '../overlay.ts';
import { accessCourses } from './access.ts';
import { adoptVersion, adoptedVersion } from './course-version.ts';
import { hashSource } from './hash-source.ts';
import { courseOverlay } from './schema.ts';
import { latestShipped, type ShippedCourse } from './store-shipped-courses.ts';
import type { Compiled } from './try-compile.ts';

/**
 * Lays the organization's own words over files of a course and makes a version of the whole. Words that equal the
 * shipped ones lift the overlay. People in the middle of an older version stay there.
 * @param words content by file, such as `es/steps/welcome.md`
 */
export async function overlayCourse(
	ctx: Ctx,
	course: string,
	words: Readonly<Record<string, string>>,
): Promise<OverlayOutcome> {
	accessCourses(ctx, 'overlay');
	const shipped = await shippedCourse(ctx, course);
	const own = new Map(Object.entries(await readOverlays(ctx, course)));
	for (const [file, content] of Object.entries(words)) {
		const ships = Object.hasOwn(shipped.source, file) ? shipped.source[file] : undefined;
		if (ships === undefined) throw notFound();
		const plain = content.replace(/\r\n/g, '\n');
		if (plain.trim() === ships.trim()) own.delete(file);
		else own.set(file, { content: plain, over: ships });
	}
	const outcome = await adoptWith(ctx, shipped, own);
	if (!outcome.ok) return outcome;
	for (const file of Object.keys(words)) {
		const which = and(
			eq(courseOverlay.orgId, ctx.org.id),
			eq(courseOverlay.course, course),
			eq(courseOverlay.file, file),
		);
		await ctx.tx.delete(courseOverlay).where(which);
		const text = own.get(file);
		if (!text) continue;
		const writtenBy = ctx.actor.kind === 'person' ? ctx.actor.accountId : null;
		await ctx.tx
			.insert(courseOverlay)
			.values({ orgId: ctx.org.id, course, file, ...text, writtenAt: ctx.now, writtenBy });
	}
	await audit(ctx, 'course.overlaid', null, {
		course,
		files: Object.keys(words).join(', '),
		version: outcome.hash,
	});
	return outcome;
}

/** Takes the version that ships now, with the organization's own words laid over it again. */
export async function adoptShipped(ctx: Ctx, course: string): Promise<OverlayOutcome> {
	accessCourses(ctx, 'overlay');
	const shipped = await shippedCourse(ctx, course);
	const outcome = await adoptWith(ctx, shipped, new Map(Object.entries(await readOverlays(ctx, course))));
	if (outcome.ok) await audit(ctx, 'course.adopted', null, { course, version: outcome.hash });
	return outcome;
}

/** The organization's own words by file, with the shipped words they were written over. */
export async function readOverlays(
	ctx: Ctx,
	course: string,
): Promise<Readonly<Record<string, { content: string; over: string }>>> {
	const rows = await ctx.tx
		.select({ file: courseOverlay.file, content: courseOverlay.content, over: courseOverlay.over })
		.from(courseOverlay)
		.where(and(eq(courseOverlay.orgId, ctx.org.id), eq(courseOverlay.course, course)));
	return Object.fromEntries(rows.map(({ file, content, over }) => [file, { content, over }]));
}

/** The version that ships now. */
export async function shippedCourse(ctx: Ctx, course: string): Promise<ShippedCourse> {
	const shipped = await latestShipped(ctx.tx, course);
	if (!shipped) throw notFound();
	return shipped;
}

async function adoptWith(
	ctx: Ctx,
	shipped: ShippedCourse,
	own: ReadonlyMap<string, { content: string }>,
): Promise<OverlayOutcome> {
	const source: CourseSource = {
		...shipped.source,
		...Object.fromEntries([...own].map(([file, { content }]) => [file, content])),
	};
	// Own words may cover everything that changed in the shipped ones: it is another version nevertheless.
	const hash = own.size === 0 ? shipped.hash : hashSource({ ...source, shipped: shipped.hash });
	if ((await adoptedVersion(ctx, shipped.course)).hash === hash) return { ok: true, hash };
	const compiled = await runInWorker<CourseSource, Compiled>(
		'learning/server/try-compile.ts',
		'tryCompile',
		source,
	);
	if ('problems' in compiled) return { ok: false, problems: compiled.problems };
	await adoptVersion(ctx, shipped, hash, compiled.course);
	return { ok: true, hash };
}
