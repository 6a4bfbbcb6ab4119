import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';
import { stampBuild } from '../src/server/build-if-needed.ts';
import { compileMessages } from './compile-messages.ts';
import { syncKit } from './sync-kit.ts';

/** The speak-up script is an entry of its own, without the framework, and shares no chunk with other pages. */
export async function buildSpeakUpScript(): Promise<void> {
	await build({
		configFile: false,
		root: projectRoot,
		logLevel: 'warn',
		publicDir: false,
		build: {
			outDir: 'static/speak-up',
			emptyOutDir: true,
			rollupOptions: {
				input: join(projectRoot, 'src/lib/speakup/speak-up-page.ts'),
				output: { entryFileNames: 'speak-up.js', chunkFileNames: '[name]-[hash].js' },
			},
		},
	});
}

if (import.meta.main) {
	process.chdir(projectRoot);
	process.env.NODE_ENV = 'production';
	await compileMessages();
	await syncKit();
	await buildSpeakUpScript();
	const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
	execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
	stampBuild();
	process.exit(0);
}
