import { sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import type { MailKind } from '../mail-kind.ts';
import { codeOf, troubleReason, type MailTrouble } from '../mail-trouble.ts';
import { accessMail } from './access.ts';

/**
 * What became of the last mail to each of these people, where it did not arrive. A refusal belongs to an address: it
 * is told only while that is still theirs.
 * @param people with the addresses they have now
 * @returns by person; who is missing has no trouble
 */
export async function mailTroubles(
	ctx: Ctx,
	people: readonly { readonly id: string; readonly email: string | null }[],
): Promise<ReadonlyMap<string, MailTrouble>> {
	accessMail(ctx, 'list');
	const reachable = people.filter(({ email }) => email !== null);
	if (reachable.length === 0) return new Map();
	const { rows } = await ctx.tx.execute<Row>(sql`
		select distinct on (m.account_id) m.account_id, m.id, m.kind, a.outcome, a.code, a.status, a.at
		from unnest(${sql.param(reachable.map(({ id }) => id))}::uuid[],
			${sql.param(reachable.map(({ email }) => email))}::text[]) as p (id, email)
		join mail m on m.org_id = ${ctx.org.id} and m.account_id = p.id
		join mail_attempt a on a.org_id = m.org_id and a.mail_id = m.id and lower(a.recipient) = lower(p.email)
		where a.outcome not in ('asked_again', 'readdressed')
		order by m.account_id, a.at desc, a.id desc`);
	const troubles = new Map<string, MailTrouble>();
	for (const { account_id, id, kind, outcome, code, status, at } of rows) {
		if (outcome === 'sent') continue;
		troubles.set(account_id, {
			mail: id,
			kind,
			state: outcome === 'dropped' ? 'deferred' : outcome,
			reason: troubleReason({ outcome, code, status }),
			code: codeOf({ code, status }),
			at: new Date(at),
		});
	}
	return troubles;
}

interface Row extends Record<string, unknown> {
	account_id: string;
	id: string;
	kind: MailKind;
	outcome: 'sent' | 'deferred' | 'dropped' | 'bounced' | 'given_up';
	code: number | null;
	status: string | null;
	at: string | Date;
}
