import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';

/** The queue's tables stand in a schema of their own; pg-boss brings and migrates them. */
export const jobsSchema = 'jobs';

/** Lets pg-boss bring its tables up to date as their owner, and lets the app's role use them. */
export async function prepareJobs(ownerUrl: string, owner: Client, appRole: string): Promise<void> {
	const boss = new PgBoss({
		connectionString: ownerUrl,
		schema: jobsSchema,
		supervise: false,
		schedule: false,
		max: 2,
	});
	let trouble: Error | undefined;
	boss.on('error', (error) => (trouble = error));
	await boss.start();
	await boss.stop({ graceful: false });
	if (trouble) throw trouble;
	const role = owner.escapeIdentifier(appRole);
	await owner.query(`
		grant usage on schema ${jobsSchema} to ${role};
		grant select, insert, update, delete on all tables in schema ${jobsSchema} to ${role};
		grant usage on all sequences in schema ${jobsSchema} to ${role};
		grant execute on all functions in schema ${jobsSchema} to ${role}`);
}
