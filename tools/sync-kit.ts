import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../src/lib/platform/config/project-root.ts';

/**
 * Lets SvelteKit write `node_modules/$app`, on which our tsconfig.json stands. After `npm ci` it is not there, and
 * without it neither Vite nor Vitest nor ESLint reads a line of TypeScript.
 */
export async function syncKit(): Promise<void> {
	const program = join(projectRoot, 'node_modules/@sveltejs/kit/svelte-kit.js');
	await promisify(execFile)(process.execPath, [program, 'sync'], { cwd: projectRoot });
}

if (import.meta.main) await syncKit();
