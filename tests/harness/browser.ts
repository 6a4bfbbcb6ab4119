import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** How to start the browser: part of Playwright's launch options. */
export interface Browser {
	readonly executablePath?: string;
	readonly channel?: string;
	readonly args: string[];
	readonly env?: Record<string, string>;
}

/** Nothing outside this machine has a name. */
const solitude = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names; on Linux the one that npm brought; elsewhere an installed
 * Chrome. Safe to call in several processes at once.
 */
export async function findBrowser(): Promise<Browser> {
	const path = process.env.CHROMIUM_PATH;
	if (path) return { executablePath: path, args: [solitude, ...rootArgs()] };
	if (process.platform !== 'linux') return { channel: 'chrome', args: [solitude] };
	const folder = await unpackChromium();
	const executablePath = join(folder, 'chromium');
	return {
		executablePath,
		args: [solitude, '--no-sandbox', '--no-zygote'],
		env: surroundings(folder, executablePath),
	};
}

/** Chromium refuses its sandbox to root, which we are in containers. */
const rootArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Unpacks the browser beside its place and moves it in when whole, so that nobody ever starts half of one. */
async function unpackChromium(): Promise<string> {
	const manifest = join(
		dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
		'../package.json',
	);
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	const folder = join(tmpdir(), `upstander-chromium-${version}-${userInfo().username}`);
	if (existsSync(join(folder, 'chromium'))) return folder;
	const draft = mkdtempSync(`${folder}-`);
	const outside = process.env.TMPDIR;
	process.env.TMPDIR = draft; // the package unpacks into the temporary folder
	try {
		const { default: chromium, inflate } = await import('@sparticuz/chromium');
		await chromium.executablePath();
		await inflate(join(dirname(manifest), 'bin', 'al2023.tar.br'));
	} finally {
		if (outside === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = outside;
	}
	writeFileSync(join(draft, 'fonts.conf'), fontsOf(folder));
	try {
		renameSync(draft, folder);
	} catch (error) {
		if (!existsSync(join(folder, 'chromium'))) throw error;
		rmSync(draft, { recursive: true, force: true }); // another process was quicker
	}
	return folder;
}

/** What a bare machine lacks, the package brings along: system libraries and fonts. */
function surroundings(folder: string, executable: string): Record<string, string> {
	const env: Record<string, string> = {};
	const missing = spawnSync(executable, ['--version'], { encoding: 'utf8' });
	if (missing.status !== 0 && /shared librar/.test(missing.stderr)) {
		env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
	}
	if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
	return env;
}

const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
