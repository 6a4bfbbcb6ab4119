import { accessSync, chownSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OperatorError } from '../errors/operator-error.ts';

/**
 * As whom PostgreSQL runs. It refuses to run as root, so in a container, where we often are root, it becomes
 * an ordinary user: the owner of an existing data folder or of the folder it stands in, else `postgres` or `nobody`.
 */
export interface ProcessIdentity {
	readonly uid?: number;
	readonly gid?: number;
	/** What to put before the command so that the user can reach folders under, say, /root. */
	readonly prefix: readonly string[];
}

/**
 * @param dataFolder PostgreSQL's data folder, which may not exist yet
 * @param binaries folder of the programs
 * @throws Error in plain words when no ordinary user can be found or reach the folders.
 */
export function processIdentity(dataFolder: string, binaries: string): ProcessIdentity {
	if (process.getuid?.() !== 0) return { prefix: [] };
	const owner = ownerOf(dataFolder) ?? ownerOf(dirname(dataFolder));
	const { uid, gid } = owner ?? accountOf('postgres') ?? accountOf('nobody') ?? noAccount();
	const outOfReach = [dirname(dataFolder), binaries].find((folder) => !mayEnter(folder, uid));
	if (!outOfReach) return { uid, gid, prefix: [] };
	const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
	if (!setpriv) {
		throw new OperatorError(
			`PostgreSQL may not run as root, and an ordinary user cannot enter ${outOfReach}. Put Upstander into a folder that others may enter, run it as an ordinary user, or set DATABASE_URL.`,
		);
	}
	const reach = '+dac_override'; // one that containers have by default
	const flags = [
		`--reuid=${uid}`,
		`--regid=${gid}`,
		'--clear-groups',
		`--inh-caps=${reach}`,
		`--ambient-caps=${reach}`,
	];
	return { uid, gid, prefix: [setpriv, ...flags] };
}

/** Options for `spawn`: with a prefix, the prefix changes the user itself. */
export function spawnAs(identity: ProcessIdentity): { uid?: number; gid?: number } {
	if (identity.uid === undefined || identity.prefix.length > 0) return {};
	return { uid: identity.uid, gid: identity.gid };
}

/** Gives a file or folder to the user that PostgreSQL runs as. */
export function handOver(path: string, identity: ProcessIdentity): void {
	if (identity.uid !== undefined && identity.gid !== undefined) chownSync(path, identity.uid, identity.gid);
}

/** Gives a file that root made to whoever owns the folder it stands in, so that they can run Upstander later. */
export function giveToOwnerOf(folder: string, file: string): void {
	if (process.getuid?.() !== 0) return;
	const owner = ownerOf(folder);
	if (owner) chownSync(file, owner.uid, owner.gid);
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
	if (!existsSync(folder)) return undefined;
	const { uid, gid } = statSync(folder);
	return uid === 0 ? undefined : { uid, gid };
}

function accountOf(name: string): { uid: number; gid: number } | undefined {
	try {
		accessSync('/etc/passwd', constants.R_OK);
	} catch {
		return undefined;
	}
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith(`${name}:`));
	if (!line) return undefined;
	const [, , uid, gid] = line.split(':');
	return { uid: Number(uid), gid: Number(gid) };
}

function noAccount(): never {
	throw new OperatorError(
		'PostgreSQL may not run as root, and this system has neither a user "postgres" nor "nobody". Run Upstander as an ordinary user, or set DATABASE_URL.',
	);
}

function mayEnter(folder: string, uid: number): boolean {
	for (let path = resolve(folder); ; path = dirname(path)) {
		if (existsSync(path)) {
			const { mode, uid: owner } = statSync(path);
			if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
		}
		if (path === dirname(path)) return true;
	}
}
