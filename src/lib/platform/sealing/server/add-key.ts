import * as v from 'valibot';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../../audit/server/audit.ts';
import { accessByRole } from '../../auth/server/session.ts';
import type { Ctx } from '../../context.ts';
import { once } from '../../db/server/once.ts';
import { ExpectedError } from '../../errors/errors.ts';
import { sealText } from '../seal.ts';
import { sealingKeyForm, type SealingKeyForm } from '../sealing-key.ts';
import { sealingKey } from './schema.ts';

/**
 * Keeps a handler's new key: the public half, and the secret half as their browser wrapped it. From then on notes are
 * sealed to it too; what was sealed before stays as it was.
 * @returns the key's id; the same form again gives the same
 * @throws ExpectedError `not_found` for who is no handler, `invalid_input`
 */
export async function addSealingKey(ctx: Ctx, form: SealingKeyForm): Promise<string> {
	const me = accessByRole(ctx, ['handler']);
	const parsed = v.safeParse(sealingKeyForm, form);
	if (!parsed.success) throw new ExpectedError('invalid_input');
	const { key, recipient, wrapped, wrappedBy } = parsed.output;
	await tryRecipient(recipient);
	const { result } = await once(ctx, key, 'sealing_key.add', async () => {
		const id = uuidv7();
		await ctx.tx.insert(sealingKey).values({
			orgId: ctx.org.id,
			id,
			accountId: me.accountId,
			recipient,
			wrapped,
			wrappedBy,
			createdAt: ctx.now,
		});
		await audit(ctx, 'sealing_key.added', me.accountId, { sealingKey: id, recipient, wrappedBy });
		return id;
	});
	if (result === null) throw new Error('addSealingKey: the form was carried out without a result');
	return result;
}

/** A well-formed recipient may still be a point to which nothing can be sealed; kept, it would stop every note. */
async function tryRecipient(recipient: string): Promise<void> {
	try {
		await sealText('', [recipient]);
	} catch (cause) {
		throw new ExpectedError('invalid_input', { cause });
	}
}
