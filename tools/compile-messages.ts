import { compile } from '@inlang/paraglide-js';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';

/** Compiles the interface messages of every area into `src/lib/paraglide/`, which git ignores. */
export async function compileMessages(): Promise<void> {
	await compile({
		project: join(projectRoot, 'project.inlang'),
		outdir: join(projectRoot, 'src/lib/paraglide'),
		strategy: ['globalVariable', 'baseLocale'],
		outputStructure: 'message-modules',
		emitGitIgnore: false,
		emitPrettierIgnore: false,
		emitTsDeclarations: true,
		cleanOutdir: false,
	} as Parameters<typeof compile>[0]);
	if (!existsSync(join(projectRoot, 'src/lib/paraglide/messages.js'))) {
		throw new Error('No messages were compiled.');
	}
	if (readdirSync(join(projectRoot, 'src/lib/paraglide/messages')).length < 10) {
		throw new Error('The message plugin found no messages; see project.inlang/settings.json.');
	}
}

if (import.meta.main) await compileMessages();
