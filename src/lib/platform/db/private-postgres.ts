import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	openSync,
	closeSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockInstance } from './instance-lock.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { handOver, processIdentity, spawnAs, type ProcessIdentity } from './process-identity.ts';
import { prepareDatabase } from './prepare-database.ts';

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

interface Secrets {
	admin: string;
	owner: string;
	app: string;
}

/** What a person, an operator or a thief may read in the server's log: never a statement, a parameter or a row. */
const quietLog = {
	log_min_messages: 'warning',
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse',
	log_statement: 'none',
	log_parameter_max_length: '0',
	log_parameter_max_length_on_error: '0',
	log_min_duration_statement: '-1',
};
const settings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '64',
	shared_buffers: '128MB',
	jit: 'off',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	wal_level: 'replica',
	max_wal_senders: '0',
	idle_in_transaction_session_timeout: '60s',
	...quietLog,
};

/**
 * Starts the private PostgreSQL under `dataDir`, making it on the first call, and keeps it running until
 * `stop`: when the server dies, it is started again on the same port. A server left behind by a killed
 * process is stopped first.
 * @param onTrouble told in words when the server died and was started again
 * @throws InstanceRunningError when another Upstander runs on the folder.
 */
export async function startPrivatePostgres(
	dataDir: string,
	onTrouble: (message: string) => void = () => {},
): Promise<PrivatePostgres> {
	const home = resolve(dataDir);
	mkdirSync(home, { recursive: true });
	const lock = await lockInstance(home);
	try {
		const folder = join(home, 'postgres');
		const binaries = postgresBinaries();
		const identity = processIdentity(folder, binaries.folder);
		const secrets = readSecrets(home);
		if (!existsSync(folder)) await initialize(home, folder, binaries, identity, secrets);
		await stopOrphan(folder, binaries, identity);
		const port = await freePort();
		const server = await keepRunning(home, folder, port, binaries, identity, secrets, onTrouble);
		const url = (role: string, password: string, database: string) =>
			`postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
		const { appUrl, ownerUrl } = await prepareDatabase(url('upstander_admin', secrets.admin, 'postgres'), {
			database: 'upstander',
			ownerPassword: secrets.owner,
			appPassword: secrets.app,
		});
		return {
			appUrl,
			ownerUrl,
			adminUrl: url('upstander_admin', secrets.admin, 'upstander'),
			folder,
			processId: server.processId,
			async stop() {
				await server.stop();
				await lock.release();
			},
		};
	} catch (error) {
		await lock.release();
		throw error;
	}
}

function readSecrets(home: string): Secrets {
	const file = join(home, 'secrets.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
	if (existsSync(join(home, 'postgres'))) {
		throw new Error(
			`${file} is missing, and without it the database beside it cannot be opened. Restore it from a backup.`,
		);
	}
	const secret = () => randomBytes(24).toString('base64url');
	const secrets = { admin: secret(), owner: secret(), app: secret() };
	const draft = `${file}.new`;
	writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 });
	renameSync(draft, file);
	return secrets;
}

/** Makes the data folder beside its place and moves it in when whole, so that a killed start leaves nothing half made. */
async function initialize(
	home: string,
	folder: string,
	binaries: PostgresBinaries,
	identity: ProcessIdentity,
	secrets: Secrets,
): Promise<void> {
	const draft = join(home, 'postgres.new');
	const passwordFile = join(home, 'initdb-password');
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { mode: 0o700 });
	writeFileSync(passwordFile, secrets.admin, { mode: 0o600 });
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
		await run(binaries.initdb, ['-D', draft, ...access, ...encoding, '--data-checksums'], identity);
		renameSync(draft, folder);
	} finally {
		rmSync(passwordFile, { force: true });
	}
}

/** We hold the folder's lock, so a server that still runs on it has lost its Upstander. */
async function stopOrphan(
	folder: string,
	binaries: PostgresBinaries,
	identity: ProcessIdentity,
): Promise<void> {
	if (!existsSync(join(folder, 'postmaster.pid'))) return;
	const status = await exitCode(binaries.pgCtl, ['status', '-D', folder], identity);
	if (status === 0)
		await run(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], identity);
}

async function keepRunning(
	home: string,
	folder: string,
	port: number,
	binaries: PostgresBinaries,
	identity: ProcessIdentity,
	secrets: Secrets,
	onTrouble: (message: string) => void,
) {
	let child: ChildProcess;
	let stopping = false;
	const log = join(home, 'postgres.log');
	const options = Object.entries({ port: String(port), ...settings }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`,
	]);

	const launch = () => {
		const out = openSync(log, 'a', 0o600);
		// Its own process group: Ctrl-C in the terminal reaches us alone, and we stop it in order.
		child = spawnProgram(binaries.postgres, ['-D', folder, ...options], identity, {
			stdio: ['ignore', out, out],
			detached: true,
		});
		closeSync(out);
		child.on('error', (error) => onTrouble(`PostgreSQL could not be started: ${error.message}`));
	};
	const ready = async () => {
		for (let waited = 0; waited < 60_000; waited += 25) {
			if (await accepts(port, secrets.admin)) return;
			// After a crash the dead server's children need a moment to let go of the folder.
			if (child.exitCode !== null || child.signalCode !== null) {
				if (waited > 20_000) break;
				await sleep(200);
				launch();
			}
			await sleep(25);
		}
		throw new Error(`PostgreSQL did not start; its log is ${log}`);
	};
	const watch = () => {
		child.once('exit', async () => {
			if (stopping) return;
			onTrouble('PostgreSQL stopped unexpectedly and is being started again.');
			launch();
			try {
				await ready();
				watch();
			} catch (error) {
				onTrouble((error as Error).message);
			}
		});
	};
	launch();
	await ready();
	watch();
	return {
		processId: () => child.pid,
		async stop() {
			stopping = true;
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = new Promise((done) => child.once('exit', done));
			await run(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'], identity);
			await gone;
		},
	};
}

async function accepts(port: number, password: string): Promise<boolean> {
	const client = new pg.Client({
		host: '127.0.0.1',
		port,
		user: 'upstander_admin',
		password,
		database: 'postgres',
	});
	client.on('error', () => {}); // the server may die while we knock; connect() reports it
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => done(port));
		});
	});
}

function spawnProgram(
	program: string,
	args: string[],
	identity: ProcessIdentity,
	options: { stdio: ('ignore' | 'pipe' | number)[]; detached?: boolean },
): ChildProcess {
	const [command, ...before] = [...identity.prefix, program];
	// No inherited PG* variable may change what we start; messages stay in one language for the log.
	const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
	return spawn(command as string, [...before, ...args], { ...options, ...spawnAs(identity), env, cwd: '/' });
}

async function run(program: string, args: string[], identity: ProcessIdentity): Promise<void> {
	const child = spawnProgram(program, args, identity, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
	child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
	const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done));
	if (code !== 0) throw new Error(`${program} failed (${code}):\n${said.trim()}`);
}

function exitCode(program: string, args: string[], identity: ProcessIdentity): Promise<number | null> {
	const child = spawnProgram(program, args, identity, { stdio: ['ignore', 'ignore', 'ignore'] });
	return new Promise((done, fail) => child.once('error', fail).once('exit', done));
}
