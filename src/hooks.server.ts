import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { areas } from '#lib/areas.ts';
import { ExpectedError } from '#lib/platform/errors/errors.ts';
import { languageTag } from '#lib/platform/i18n/locale.ts';
import { speak } from '#lib/platform/i18n/server/speak-locale.ts';
import { listOrgs } from '#lib/platform/org/server/find-org.ts';
import { measure } from '#lib/platform/measure.ts';
import { openPlatform, type Platform } from '#lib/platform/platform.ts';
import { handOver, takeOver } from './server/handover.ts';
import { enter } from './server/enter.ts';
import { securityHeaders } from './server/security-headers.ts';

let upstander: Platform | undefined;

/** Pages are read before their scripts run: styles, letters and pictures travel first. */
const preload = /<link href="[^"]*" rel="modulepreload"/g;

export const init: ServerInit = async () => {
	const { config, databaseUrl, log } = takeOver();
	if (!config || !databaseUrl || !log) return; // while building nothing is opened
	upstander = await openPlatform(config, databaseUrl, log, areas);
	const { db, close, now } = upstander;
	handOver({
		close,
		isEmpty: (await db.global(listOrgs)).every(({ kind }) => kind !== 'real'),
		measure: () => measure(db, now()),
		answers: () =>
			db.pool.query('select 1').then(
				() => true,
				() => false,
			),
	});
};

export const handle: Handle = async (input) => {
	const { observe } = takeOver();
	if (!observe) return answer(input);
	const begin = performance.now();
	let status = 500;
	try {
		const response = await answer(input);
		status = response.status;
		return response;
	} catch (error) {
		if (error instanceof ExpectedError) status = error.status;
		throw error;
	} finally {
		observe(input.event.route.id, input.event.request.method, status, (performance.now() - begin) / 1000);
	}
};

const answer: Handle = async ({ event, resolve }) => {
	if (!upstander) throw new ExpectedError('busy');
	const visitor = await enter(upstander, event);
	Object.assign(event.locals, visitor, { upstander });
	const lang = languageTag[visitor.locale];
	const transformPageChunk = ({ html }: { html: string }) =>
		html.replace('%upstander.lang%', lang).replace(preload, '$& fetchpriority="low"');
	const response = await speak(visitor.locale, () => resolve(event, { transformPageChunk }));
	securityHeaders(event.url.pathname, response.headers);
	return response;
};

export const handleError: HandleServerError = (caught) => {
	const { kind, error, event } = caught;
	if (error instanceof ExpectedError) return { status: error.status, message: error.code, code: error.code };
	if (kind !== 'unknown') return { code: error.status === 404 ? 'not_found' : 'invalid_input' };
	const id = randomUUID();
	const request = { method: event.request.method, route: event.route.id };
	upstander?.log.error({ err: error, id, ...request }, 'an unexpected error');
	return { status: 500, message: 'unexpected', id };
};
