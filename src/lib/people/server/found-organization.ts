import * as v from 'valibot';
import type { Org } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { grantRole, startSession } from '../../platform/auth/server/session.ts';
import { once, outcomeOf } from '../../platform/db/server/once.ts';
import { isTimeZone } from '../../platform/dates/local-day.ts';
import type { Platform } from '../../platform/platform.ts';
import { emailSchema } from '../person.ts';
import { addPerson } from './add-person.ts';

export const foundForm = v.object({
	/** Without one, sending twice cannot be told from two people. */
	key: v.optional(v.pipe(v.string(), v.uuid()), () => crypto.randomUUID()),
	organization: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
	email: emailSchema,
	language: v.picklist(['en', 'es']),
	/** Where the founder's browser is; without scripts, or with a zone that nobody knows, the organization's is the usual one. */
	timeZone: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[A-Z]/i), v.check(isTimeZone))), undefined),
});

/** How long a set-up that was sent again, because its answer got lost, still signs its founder in. */
const retryMinutes = 5;

/**
 * Founds the first real organization with its first program admin, who also receives sealed notes until somebody else
 * does, and signs them in. Sent twice, it founds once and signs the same person in.
 * @returns undefined when somebody else has founded one
 */
export async function foundOrganization(
	upstander: Platform,
	wish: v.InferOutput<typeof foundForm>,
	device: string,
): Promise<{ org: Org; token: string; expiresAt: Date } | undefined> {
	const { key, organization, name, email, language, timeZone } = wish;
	const born = { name: organization, language, ...(timeZone && { timeZone }) };
	const { org, result } = await upstander.found(
		'real',
		(orgs) => orgs.find(({ kind }) => kind === 'real') ?? born,
		async (ctx, isNew) => {
			if (!isNew) {
				const founder = await outcomeOf(ctx, key, new Date(ctx.now.getTime() - retryMinutes * 60_000));
				return founder ? startSession(ctx, founder, device) : undefined;
			}
			const { result: founder } = await once(ctx, key, 'org.found', () =>
				addPerson(ctx, { number: '1', name, email, language }),
			);
			await audit(ctx, 'org.created', null);
			await grantRole(ctx, founder ?? '', 'program_admin');
			await grantRole(ctx, founder ?? '', 'handler');
			return startSession(ctx, founder ?? '', device);
		},
	);
	return result && { org, ...result };
}
