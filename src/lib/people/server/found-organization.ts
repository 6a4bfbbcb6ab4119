import * as v from 'valibot';
import type { Org } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { grantRole, startSession } from '../../platform/auth/server/session.ts';
import { createOrg } from '../../platform/org/server/create-org.ts';
import type { Platform } from '../../platform/platform.ts';
import { emailSchema } from '../person.ts';
import { addPerson } from './add-person.ts';

export const foundForm = v.object({
	organization: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
	email: emailSchema,
	language: v.picklist(['en', 'es']),
});

/**
 * Founds a real organization with its first program admin, who also receives sealed notes until somebody else does,
 * and signs them in.
 */
export async function foundOrganization(
	upstander: Platform,
	wish: v.InferOutput<typeof foundForm>,
	device: string,
): Promise<{ org: Org; token: string; expiresAt: Date }> {
	const { organization, name, email, language } = wish;
	const org = await createOrg(upstander.db, { name: organization, kind: 'real', language }, upstander.now());
	const session = await upstander.act(org, { kind: 'system' }, async (ctx) => {
		const founder = await addPerson(ctx, { number: '1', name, email, language });
		await audit(ctx, 'org.created', null);
		await grantRole(ctx, founder, 'program_admin');
		await grantRole(ctx, founder, 'handler');
		return startSession(ctx, founder, device);
	});
	return { org, ...session };
}
