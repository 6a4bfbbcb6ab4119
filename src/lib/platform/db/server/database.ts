import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** An open transaction: the first thing that every query is asked of. */
export type Tx = NodePgDatabase<Record<string, never>> & { $client: pg.PoolClient };

export interface Database {
	/**
	 * Runs `work` in one transaction that sees only this organization's rows. Committed, with fsync, when the
	 * promise resolves; rolled back when it rejects.
	 * @param org the organization's id, a UUID
	 */
	inOrg<Result>(org: string, work: (tx: Tx) => Promise<Result>): Promise<Result>;
	/** The same without an organization: only the few global tables are visible. */
	global<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
	/** One query in a transaction of its own that sees only this organization's rows, in a single round trip. */
	askInOrg<Row extends pg.QueryResultRow>(org: string, query: pg.QueryConfig): Promise<Row[]>;
	/** For libraries that bring their own queries (jobs). */
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Opens the pool of connections. Nothing else in the code holds a connection.
 * @param onIdleError told when a resting connection breaks (the server restarted); the pool replaces it
 */
export function openDatabase(url: string, size: number, onIdleError: (error: Error) => void): Database {
	const pool = new pg.Pool({
		connectionString: url,
		max: size,
		application_name: 'upstander',
		// Queries are sent without waiting for the answers to those before them.
		pipeline: true,
		connectionTimeoutMillis: 10_000,
		idleTimeoutMillis: 30_000,
		// No transaction of a page or a verb is long; one that hangs must not hold its locks.
		options: '-c idle_in_transaction_session_timeout=20s -c statement_timeout=60s -c lock_timeout=20s',
	});
	pool.on('error', onIdleError);
	pool.on('connect', (client) => client.on('error', onIdleError));

	async function transaction<Result>(begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
		const client = await pool.connect();
		let broken: Error | undefined;
		try {
			gather(client);
			// Not waited for: the first queries of the work go out in the same packet.
			const begun = client.query(begin);
			begun.catch(() => undefined); // reported below, when the work no longer uses the connection
			const result = await work(over(client));
			await begun;
			await client.query('commit');
			return result;
		} catch (error) {
			await client.query('rollback').catch((rollbackError: Error) => (broken = rollbackError));
			throw error;
		} finally {
			client.release(broken);
		}
	}

	return {
		pool,
		inOrg: (org, work) => transaction(beginIn(org), work),
		async askInOrg<Row extends pg.QueryResultRow>(org: string, query: pg.QueryConfig) {
			const client = await pool.connect();
			try {
				gather(client);
				// When the query fails, its transaction is over all the same: the commit rolls it back.
				const asked = [client.query(beginIn(org)), client.query<Row>(query), client.query('commit')] as const;
				const [, { rows }] = await Promise.all(asked);
				return rows;
			} finally {
				client.release();
			}
		},
		global: (work) => transaction('begin', work),
		close: () => pool.end(),
	};
}

/**
 * What is asked until the event loop turns leaves as one packet: every packet costs a system call here and a wake-up
 * there.
 */
function gather(client: pg.PoolClient): void {
	const { stream } = client.connection;
	stream.cork();
	process.nextTick(() => stream.uncork());
}

function beginIn(org: string): string {
	if (!uuid.test(org)) throw new TypeError('An organization is named by its UUID.');
	// SET LOCAL, not set_config(): that is what a sharded PostgreSQL hands on to its workers.
	return `begin; set local app.org = '${org}'`;
}

const wrapped = new WeakMap<pg.PoolClient, Tx>();

function over(client: pg.PoolClient): Tx {
	let tx = wrapped.get(client);
	if (!tx) {
		tx = drizzle({ client, casing: 'snake_case' }) as Tx;
		wrapped.set(client, tx);
	}
	return tx;
}
