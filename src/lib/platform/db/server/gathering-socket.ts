import { Socket } from 'node:net';

/**
 * A connection that sends what is written in one go as one packet. Every packet costs a system call here and a wake-up
 * there; with a driver that does not wait between its messages, a transaction's start and its first queries share one.
 */
export function gatheringSocket(): Socket {
	const socket = new Socket();
	const write = socket.write.bind(socket) as (...message: unknown[]) => boolean;
	let gathering = false;
	socket.write = (...message: unknown[]) => {
		if (!gathering) {
			gathering = true;
			socket.cork();
			process.nextTick(() => {
				gathering = false;
				socket.uncork();
			});
		}
		return write(...message);
	};
	return socket;
}
