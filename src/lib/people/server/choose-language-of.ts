import { and, eq } from 'drizzle-orm';
import type { Ctx, Locale } from '../../platform/context.ts';
import { audit } from '../../platform/audit/server/audit.ts';
import { account } from '../../platform/auth/server/schema.ts';
import { accessPerson } from './access.ts';

/** Chooses the language of somebody's pages and mails for them: who cannot read the first page cannot change it. */
export async function chooseLanguageOf(ctx: Ctx, personId: string, language: Locale): Promise<void> {
	await accessPerson(ctx, personId, 'change');
	await ctx.tx
		.update(account)
		.set({ language })
		.where(and(eq(account.orgId, ctx.org.id), eq(account.id, personId)));
	await audit(ctx, 'person.changed', personId, { kind: 'language' });
}
