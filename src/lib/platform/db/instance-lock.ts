import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Somebody else runs on this data folder. */
export class InstanceRunningError extends Error {
	constructor(folder: string) {
		super(
			`Upstander already runs on ${folder}. Open the address it printed, stop it first, or give this one another folder with DATA_DIR.`,
		);
		this.name = 'InstanceRunningError';
	}
}

export interface InstanceLock {
	release(): Promise<void>;
}

/**
 * Holds a data folder for this process. The lock is a listening local socket, which the operating system
 * lets go when the process dies, however it dies: nothing stale is left to judge, no process number is
 * compared. On Linux and Windows the name lives outside the file system; elsewhere it is a file under the
 * temporary folder that is probed before it is replaced.
 * @throws InstanceRunningError when another process holds the folder.
 */
export async function lockInstance(folder: string): Promise<InstanceLock> {
	const name = `upstander-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
	const path = socketPath(name);
	try {
		return lockOn(await listen(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
	}
	if (!path.startsWith('/') || (await answers(path))) throw new InstanceRunningError(folder);
	rmSync(path, { force: true });
	return lockOn(await listen(path));
}

function socketPath(name: string): string {
	if (process.platform === 'linux') return `\0${name}`;
	if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
	return join(tmpdir(), `${name}.sock`);
}

function lockOn(server: Server): InstanceLock {
	return { release: () => new Promise((done) => server.close(() => done())) };
}

function listen(path: string): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.end());
		server.once('error', reject);
		server.listen({ path }, () => {
			server.unref();
			resolve(server);
		});
	});
}

function answers(path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ path });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
