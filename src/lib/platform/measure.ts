import type { Database } from './db/server/database.ts';
import { listOrgs } from './org/server/find-org.ts';

/** How the installation is, in figures about nobody. */
export interface Measured {
	/** Connections that this process holds to the database, and requests that wait for one. */
	readonly connections: { readonly busy: number; readonly idle: number; readonly wanted: number };
	readonly queues: readonly {
		readonly queue: string;
		readonly waiting: number;
		readonly oldestSeconds: number;
	}[];
	/** Mails that no server has taken and none has refused, over all organizations. */
	readonly mails: number;
	/** Over all organizations. */
	readonly audit: { readonly headAgeSeconds: number; readonly unlinkedAgeSeconds: number };
}

/** Measures with one short query, and one more for each organization, since no query sees two of them. */
export async function measure(db: Database, now: Date): Promise<Measured> {
	const { totalCount, idleCount, waitingCount } = db.pool;
	const { rows } = await db.pool.query<{ queue: string; waiting: number; oldestSeconds: number }>(`
		select name as queue, count(*)::int as waiting,
			greatest(0, extract(epoch from now() - min(start_after)))::float8 as "oldestSeconds"
		from jobs.job where state in ('created', 'retry') and start_after <= now() and not starts_with(name, '__pgboss')
		group by 1 order by 1`);
	let mails = 0;
	let headAgeSeconds = Infinity;
	let unlinkedAgeSeconds = 0;
	const since = (at: Date | null) => (at ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : undefined);
	for (const { id } of await db.global(listOrgs)) {
		const [chain] = await db.askInOrg<{ mails: number; head: Date | null; unlinked: Date | null }>(id, {
			name: 'measure-audit',
			// Acts are linked in their order: what is not linked is younger than the newest one that is.
			text: `with head as (
					select l.linked_at, coalesce(e.at, l.linked_at - interval '1 day') as at
					from audit_link l left join audit_entry e on e.org_id = l.org_id and e.id = l.entry_id
					where l.org_id = $1 order by l.number desc limit 1)
				select (select count(*)::int from mail where org_id = $1 and sent_at is null and failed_at is null) as mails,
					(select linked_at from head) as head,
					(select min(at) from audit_entry e where org_id = $1
						and at >= coalesce((select at from head), '-infinity')
						and not exists (select from audit_link l where l.org_id = e.org_id and l.entry_id = e.id)) as unlinked`,
			values: [id],
		});
		mails += chain?.mails ?? 0;
		headAgeSeconds = Math.min(headAgeSeconds, since(chain?.head ?? null) ?? Infinity);
		unlinkedAgeSeconds = Math.max(unlinkedAgeSeconds, since(chain?.unlinked ?? null) ?? 0);
	}
	return {
		connections: { busy: totalCount - idleCount, idle: idleCount, wanted: waitingCount },
		queues: rows,
		mails,
		audit: { headAgeSeconds: Number.isFinite(headAgeSeconds) ? headAgeSeconds : 0, unlinkedAgeSeconds },
	};
}
