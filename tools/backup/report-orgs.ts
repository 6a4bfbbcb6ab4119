import { sql } from 'drizzle-orm';
import { verifyAudit, type AuditReport } from '../../src/lib/platform/audit/server/verify-audit.ts';
import { openDatabase } from '../../src/lib/platform/db/server/database.ts';
import { listOrgs } from '../../src/lib/platform/org/server/find-org.ts';

export interface OrgReport {
	readonly slug: string;
	readonly people: number;
	/** When the last thing happened, as an instant in UTC. */
	readonly lastEvent: string;
	readonly audit: AuditReport;
}

/**
 * What a database holds, organization by organization, with the audit chain of each walked from its start.
 * @param url as the role that serves pages, or one above it
 */
export async function reportOrgs(url: string): Promise<OrgReport[]> {
	const db = openDatabase(url, 2, () => {});
	try {
		const reports: OrgReport[] = [];
		for (const { id, slug } of await db.global(listOrgs)) {
			reports.push(
				await db.inOrg(id, async (tx) => {
					const { rows } = await tx.execute<{ people: number; last: string | null }>(sql`
						select (select count(*)::int from person where org_id = ${id}) as people,
							(select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from event where org_id = ${id}) as last`);
					const { people = 0, last } = rows[0] ?? {};
					return { slug, people, lastEvent: last ?? 'none', audit: await verifyAudit(tx, id) };
				}),
			);
		}
		return reports;
	} finally {
		await db.close();
	}
}

/** Prints the reports. @returns whether every chain holds */
export function printReports(reports: readonly OrgReport[]): boolean {
	for (const { slug, people, lastEvent, audit } of reports) {
		console.log(`${slug}: ${people} people, last event ${lastEvent}`);
		console.log(`  audit chain: ${audit.links} links, ${audit.erased} erased, head ${audit.head}`);
		for (const problem of audit.problems) console.log(`  PROBLEM: ${problem}`);
	}
	const broken = reports.filter(({ audit }) => audit.problems.length > 0).length;
	const found = reports.length === 1 ? '1 organization' : `${reports.length} organizations`;
	console.log(
		`${found}, ${broken === 0 ? 'every audit chain holds' : `${broken} with a broken audit chain`}.`,
	);
	return broken === 0;
}
