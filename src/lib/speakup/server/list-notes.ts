import { asc, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../../platform/context.ts';
import { accessNotes } from './access.ts';
import { sealedNote } from './schema.ts';

/** A note as a handler's browser gets it, to be opened there. */
export interface NoteView {
	readonly id: string;
	/** `YYYY-MM-DD` */
	readonly receivedOn: string;
	/** An armored age file. */
	readonly sealed: string;
}

/** All notes, newest day first; within a day by their random ids, so that the order tells nothing. */
export async function listNotes(ctx: Ctx): Promise<NoteView[]> {
	accessNotes(ctx, 'read');
	return ctx.tx
		.select({ id: sealedNote.id, receivedOn: sealedNote.receivedOn, sealed: sealedNote.sealed })
		.from(sealedNote)
		.where(eq(sealedNote.orgId, ctx.org.id))
		.orderBy(desc(sealedNote.receivedOn), asc(sealedNote.id));
}
