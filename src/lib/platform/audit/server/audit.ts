import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../context.ts';
import { auditEntry } from './schema.ts';
import { noteUnlinked } from './link-audit.ts';

/** Acts that are kept for whoever must later show who did what. */
export type AuditedAct =
	| 'org.created'
	| 'people.imported'
	| 'person.added'
	| 'person.changed'
	| 'person.corrected'
	| 'person.merged'
	| 'person.told_apart'
	| 'site.changed'
	| 'site.merged'
	| 'department.changed'
	| 'department.merged'
	| 'course.launched'
	| 'launch.ended'
	| 'progress.exported'
	| 'course.overlaid'
	| 'course.adopted'
	| 'role.granted'
	| 'role.ended'
	| 'session.revoked'
	| 'session.all_ended'
	| 'pin.chosen'
	| 'sign_in.helped'
	| 'card.made'
	| 'tablet.enabled'
	| 'tablet.switched_off'
	| 'passkey.added'
	| 'passkey.removed'
	| 'sign_in_link.printed'
	| 'mail.opened'
	| 'sealing_key.added'
	| 'data.copied'
	| 'correction.answered'
	| 'erasure.asked'
	| 'erasure.decided'
	| 'person.erased'
	| 'legal_hold.placed'
	| 'legal_hold.lifted'
	| 'mail.retried';

/** Writes an audited act into the verb's own transaction. Linking it into the chain follows within a second. */
export async function audit(
	ctx: Ctx,
	act: AuditedAct,
	subjectId: string | null,
	details: Record<string, string | number> = {},
): Promise<void> {
	await ctx.tx.insert(auditEntry).values({
		orgId: ctx.org.id,
		id: uuidv7(),
		act,
		actorId: ctx.actor.kind === 'person' ? ctx.actor.accountId : null,
		subjectId,
		details,
		salt: randomBytes(16).toString('base64url'),
		at: ctx.now,
	});
	noteUnlinked(ctx.org.id);
}
