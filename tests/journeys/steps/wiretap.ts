import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it went over the wire. */
export interface TappedRequest {
	readonly method: string;
	readonly path: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
}

export interface Wiretap {
	/** The app, by way of the tap. */
	readonly url: string;
	/** Everything that browsers have sent, one connection after the other. */
	sent(): string;
	/** In the order of `sent`, which is not the order in time. */
	requests(): TappedRequest[];
	/** From here on counts only what is sent from now on. */
	forget(): void;
	close(): void;
}

/** Stands between browsers and the app and keeps every byte that browsers send. */
export async function openWiretap(port: number): Promise<Wiretap> {
	const heard: Buffer[][] = [];
	const open = new Set<Socket>();
	const server = createServer((browser) => {
		const parts: Buffer[] = [];
		heard.push(parts);
		const app = connect(port, '127.0.0.1');
		for (const socket of [browser, app]) {
			open.add(socket);
			socket.on('error', () => [browser, app].forEach((end) => end.destroy()));
		}
		browser.on('data', (part) => parts.push(part));
		browser.pipe(app).pipe(browser);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const sent = () => heard.map((parts) => Buffer.concat(parts).toString()).join('\n');
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		sent,
		requests: () =>
			[...sent().matchAll(/(GET|POST|PUT|HEAD) (\/\S*) HTTP\/1\.1\r\n((?:[^\r\n]+\r\n)+)\r\n/g)].map(
				([, method = '', path = '', head = '']) => ({ method, path, headers: readHead(head) }),
			),
		forget: () => heard.forEach((parts) => (parts.length = 0)),
		close() {
			server.close();
			for (const socket of open) socket.destroy();
		},
	};
}

const readHead = (head: string) =>
	Object.fromEntries(
		head
			.trim()
			.split('\r\n')
			.map((line) => line.split(/: (.*)/, 2) as [string, string])
			.map(([name, value]) => [name.toLowerCase(), value]),
	);
