import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { findTranslationProblems, type MessageFile } from './house/find-translation-problems.ts';

/** Prints what is missing, unused or out of step between the interface messages, their languages and the code. */
const settings = JSON.parse(readFileSync(join(projectRoot, 'project.inlang/settings.json'), 'utf8')) as {
	locales: string[];
	'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const listed = settings['plugin.inlang.messageFormat'].pathPattern.map((pattern) =>
	pattern.replace('./', ''),
);
const standing = globSync('src/lib/*/messages/*.json', { cwd: projectRoot })
	.map((path) => path.replaceAll('\\', '/').replace(/[^/]+\.json$/, '{locale}.json'))
	.filter((path) => !path.includes('/paraglide/')); // what was compiled

const problems: string[] = [];
for (const pattern of new Set(standing)) {
	if (!listed.includes(pattern)) problems.push(`${pattern} is not listed in project.inlang/settings.json`);
}
const files: MessageFile[] = [];
for (const pattern of listed) {
	for (const locale of settings.locales) {
		const path = pattern.replace('{locale}', locale);
		if (existsSync(join(projectRoot, path))) {
			const messages = JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as MessageFile['messages'];
			files.push({ path, pattern, locale, messages });
		} else problems.push(`${path} is missing, though project.inlang/settings.json lists it`);
	}
}
const code = new Map(
	globSync(['src/**/*.ts', 'src/**/*.svelte'], { cwd: projectRoot })
		.filter((path) => !/paraglide/.test(path))
		.map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')]),
);
problems.push(...findTranslationProblems(files, code));
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
