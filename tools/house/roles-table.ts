import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/lib/platform/config/project-root.ts';
import { roles, type Role } from '../../src/lib/platform/context.ts';

interface Verb {
	readonly room: string;
	readonly thing: string;
	readonly verb: string;
	readonly allowed: readonly Role[];
}

/** Which role may do what: read from every `server/access.ts`, whose exports named `…Rules` the doors themselves use. */
export async function rolesTable(): Promise<string> {
	const title = (role: Role) => role.replaceAll('_', ' ');
	const verbs = await readRules();
	const rows = verbs.map(({ room, thing, verb, allowed }) => {
		const who = roles.filter((role) => allowed.includes(role)).map(title);
		return `| ${room} | ${thing} | ${verb} | ${who.join(', ')} |`;
	});
	const waiting = roles.filter((role) => verbs.every(({ allowed }) => !allowed.includes(role))).map(title);
	return [
		'| Area | Of what | Verb | Who |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
		`Roles that can be given and open nothing yet: ${waiting.join(', ') || 'none'}.`,
	].join('\n');
}

async function readRules(): Promise<Verb[]> {
	const verbs: Verb[] = [];
	for (const path of globSync('src/lib/**/server/access.ts', { cwd: projectRoot }).sort()) {
		const exported = (await import(pathToFileURL(join(projectRoot, path)).href)) as Record<string, unknown>;
		const room = path.replaceAll('\\', '/').replace('src/lib/', '').replace('/server/access.ts', '');
		for (const [name, rules] of Object.entries(exported)) {
			if (!name.endsWith('Rules')) continue;
			const thing = name.replace(/Rules$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
			for (const [verb, allowed] of Object.entries(rules as Record<string, readonly Role[]>)) {
				verbs.push({ room, thing, verb, allowed });
			}
		}
	}
	return verbs;
}
