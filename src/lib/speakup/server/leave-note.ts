import * as v from 'valibot';
import { v4 as uuidv4 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { once } from '../../platform/db/server/once.ts';
import { ExpectedError } from '../../platform/errors/errors.ts';
import { currentFormat, sealText } from '../../platform/sealing/seal.ts';
import { listRecipients } from '../../platform/sealing/server/list-keys.ts';
import { noteForm, type NoteForm } from '../note.ts';
import { sealedNote } from './schema.ts';

/**
 * Leaves a note for the handlers. What came as words, because the browser runs no JavaScript, is sealed here before
 * anything is stored. Kept are the sealed text, a random id and the day (UTC); the same form again changes nothing.
 * @throws ExpectedError `busy` while no handler has a key, `invalid_input`
 * @throws Error when somebody is signed in: the speak-up branch never reads a cookie
 */
export async function leaveNote(ctx: Ctx, form: NoteForm): Promise<void> {
	if (ctx.actor.kind !== 'nobody') throw new Error('leaveNote: the context names who acts');
	const parsed = v.safeParse(noteForm, form);
	if (!parsed.success) throw new ExpectedError('invalid_input');
	const { key, words, sealed } = parsed.output;
	const recipients = await listRecipients(ctx);
	if (recipients.length === 0) throw new ExpectedError('busy');

	const today = ctx.now.toISOString().slice(0, 10);
	// The form's key is stored with an instant, in the note's transaction: the real one would tell when it was written.
	const onTheDay: Ctx = { ...ctx, now: new Date(`${today}T00:00:00Z`) };
	await once(onTheDay, key, 'note.leave', async () => {
		await ctx.tx.insert(sealedNote).values({
			orgId: ctx.org.id,
			// Not v7: that one holds the millisecond.
			id: uuidv4(),
			format: currentFormat,
			sealed: sealed ?? (await sealText(words ?? '', recipients)),
			receivedOn: today,
		});
		// No result: it would tie the key, which the reporter's browser holds, to the note.
		return null;
	});
}
