import type { Server } from 'node:http';
import type { Log } from '../lib/platform/log/log.ts';
import { takeOver } from './handover.ts';

/** How long a stop waits for requests in flight. */
const patienceMs = 30_000;

export interface Stopping {
	/** Aborted as soon as a stop was asked for; a start that is under way gives up. */
	readonly signal: AbortSignal;
	/** Stops in order and ends the process. Asked again by a person, it ends at once. */
	stop(code: number): Promise<never>;
}

/**
 * Stops accepting, finishes what is in flight, then the jobs, then the database.
 * @param parts what there is to stop by now; `postgres` may still be starting
 */
export function stopInOrder(
	log: Log,
	parts: () => { server?: Server; postgres?: Promise<{ stop(): Promise<void> } | undefined> },
): Stopping {
	const asked = new AbortController();
	let ending: Promise<never> | undefined;
	const stop = (code: number) => (ending ??= end(code));
	const end = async (code: number): Promise<never> => {
		asked.abort();
		setTimeout(() => process.exit(1), patienceMs + 75_000).unref();
		const { server, postgres } = parts();
		try {
			if (server?.listening) await closeServer(server);
			await takeOver().close?.();
			await (await postgres?.catch(() => undefined))?.stop();
		} catch (error) {
			log.error({ err: error }, 'stopping did not go as planned');
			code = 1;
		}
		process.exit(code);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.on(signal, () => {
			if (ending) process.exit(1); // asked twice: now
			void stop(0);
		});
	}
	// Whatever nobody caught: said without the values it may carry, and not worked on with.
	const broken = (error: unknown) => {
		if (ending) return log.debug({ err: error }, 'an error while stopping');
		log.fatal({ err: error }, 'an error that nobody caught; Upstander stops');
		void stop(1);
	};
	process.on('uncaughtException', broken);
	process.on('unhandledRejection', broken);
	return { signal: asked.signal, stop };
}

function closeServer(server: Server): Promise<void> {
	return new Promise((done) => {
		const force = setTimeout(() => server.closeAllConnections(), patienceMs);
		// A browser keeps its connection after the last answer; we do not wait until it tires of it.
		const idle = setInterval(() => server.closeIdleConnections(), 50);
		server.close(() => {
			clearTimeout(force);
			clearInterval(idle);
			done();
		});
	});
}
