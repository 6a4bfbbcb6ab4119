import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '../lib/platform/log/log.ts';
import type { Measured } from '../lib/platform/measure.ts';
import { takeOver } from './handover.ts';

export interface Metrics {
	/** Notes an answered request, by the pattern of its route: never an address, an id or an organization. */
	observe(route: string | null, method: string, status: number, seconds: number): void;
	/** Answers who holds the token, in the format that Prometheus reads; everybody else is told nothing. */
	answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * What `/metrics` tells: requests, event loop, memory, database connections, jobs and mails that wait, the audit chain.
 * Figures about the installation as a whole; none is about a person or an organization.
 * @param token what the reader must send as `Authorization: Bearer …`
 */
export function openMetrics(token: string, log: Log): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const requests = new Histogram({
		name: 'upstander_request_seconds',
		help: 'Time until a page of the app was answered',
		labelNames: ['route', 'method', 'status'],
		buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 5],
		registers: [registry],
	});
	const gauge = (name: string, help: string, labelNames: string[] = []) =>
		new Gauge({ name: `upstander_${name}`, help, labelNames, registers: [registry] });
	const gauges = {
		connections: gauge('database_connections', 'Connections to the database by what they do', ['state']),
		jobs: gauge('jobs_waiting', 'Jobs that are due and not begun, by queue', ['queue']),
		oldest: gauge('jobs_oldest_seconds', 'Age of the oldest job that is due, by queue', ['queue']),
		mails: gauge('mails_waiting', 'Mails that no mail server has taken yet'),
		head: gauge('audit_head_age_seconds', 'Since when the youngest act stands in an audit chain'),
		unlinked: gauge('audit_unlinked_age_seconds', 'Age of the oldest act that stands in no audit chain yet'),
	};
	const right = createHash('sha256').update(`Bearer ${token}`).digest();
	const mayRead = ({ headers }: IncomingMessage) =>
		timingSafeEqual(
			createHash('sha256')
				.update(headers.authorization ?? '')
				.digest(),
			right,
		);
	return {
		observe(route, method, status, seconds) {
			const verb = method === 'GET' || method === 'POST' ? method : 'other';
			requests.observe({ route: route ?? 'none', method: verb, status }, seconds);
		},
		async answer(request, response) {
			if (!mayRead(request)) {
				response.writeHead(401, { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
				return void response.end();
			}
			try {
				const measured = await takeOver().measure?.();
				if (measured) show(measured, gauges);
				response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
				response.end(await registry.metrics());
			} catch (error) {
				log.warn({ err: error }, 'metrics could not be measured');
				response.writeHead(503, { 'cache-control': 'no-store' });
				response.end();
			}
		},
	};
}

type Gauges = Record<'connections' | 'jobs' | 'oldest' | 'mails' | 'head' | 'unlinked', Gauge>;

function show(measured: Measured, gauges: Gauges): void {
	const { connections, queues, mails, audit } = measured;
	for (const [state, count] of Object.entries(connections)) gauges.connections.set({ state }, count);
	gauges.jobs.reset();
	gauges.oldest.reset();
	for (const { queue, waiting, oldestSeconds } of queues) {
		gauges.jobs.set({ queue }, waiting);
		gauges.oldest.set({ queue }, oldestSeconds);
	}
	gauges.mails.set(mails);
	gauges.head.set(audit.headAgeSeconds);
	gauges.unlinked.set(audit.unlinkedAgeSeconds);
}
