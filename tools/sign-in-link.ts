import { audit } from '../src/lib/platform/audit/server/audit.ts';
import { createSignInLink } from '../src/lib/platform/auth/server/sign-in-link.ts';
import { readConfig } from '../src/lib/platform/config/read-config.ts';
import { reachPrivatePostgres } from '../src/lib/platform/db/reach-private-postgres.ts';
import { openDatabase } from '../src/lib/platform/db/server/database.ts';
import { findOrgBySlug } from '../src/lib/platform/org/server/find-org.ts';
import { contextOf } from '../src/lib/platform/context-of.ts';
import { findPersonByEmail } from '../src/lib/people/server/find-person.ts';
import { runTool } from './backup/run-tool.ts';

/**
 * `npm run sign-in-link -- <organization> <e-mail> [address]`: prints a link for somebody who cannot receive one, such
 * as the first admin while there is no mail server. Whoever may run this could read the database anyway; that it was
 * done is audited.
 */
await runTool(async () => {
	const [slug = '', email = '', address = 'http://localhost:3000'] = process.argv.slice(2);
	const config = readConfig(process.env);
	if (config.DATABASE_URL) {
		console.log(await makeLink(config.DATABASE_URL, slug, email, config.PUBLIC_URL ?? address));
		return 0;
	}
	const postgres = await reachPrivatePostgres(config.DATA_DIR);
	try {
		console.log(await makeLink(postgres.appUrl, slug, email, config.PUBLIC_URL ?? address));
		return 0;
	} finally {
		await postgres.done();
	}
});

async function makeLink(url: string, slug: string, email: string, address: string): Promise<string> {
	const db = openDatabase(url, 1, () => undefined);
	const noJobs = {
		send: () => Promise.reject(new Error('A link sends no job.')),
		work: () => Promise.resolve(),
		workTogether: () => Promise.resolve(),
		schedule: () => Promise.resolve(),
		close: () => Promise.resolve(),
	};
	try {
		const org = await db.global((tx) => findOrgBySlug(tx, slug));
		if (!org) return `There is no organization "${slug}".`;
		return await db.inOrg(org.id, async (tx) => {
			const ctx = contextOf(tx, noJobs, org, { kind: 'system' }, new Date());
			const someone = await findPersonByEmail(ctx, email.trim().toLowerCase());
			if (!someone) return `Nobody at ${org.name} has this address.`;
			const token = await createSignInLink(ctx, someone.id, 'operator');
			await audit(ctx, 'sign_in_link.printed', someone.id);
			return `Good once, for 30 minutes:\n${address}/o/${org.slug}/sign-in/${token}`;
		});
	} finally {
		await db.close();
	}
}
