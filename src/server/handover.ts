import type { Config } from '../lib/platform/config/read-config.ts';
import type { Measured } from '../lib/platform/measure.ts';
import type { Log } from '../lib/platform/log/log.ts';

/**
 * What the starting process gives the built app, and the other way round. The app is a bundle with copies of its
 * own of every module, so the two meet in the one place that both see.
 */
export interface Handover {
	config?: Config;
	databaseUrl?: string;
	/** Lets somebody on another machine set up an installation that is still empty. */
	setupCode?: string;
	log?: Log;
	/** Notes an answered request, where metrics are wanted. */
	observe?: (route: string | null, method: string, status: number, seconds: number) => void;
	/** Set by the app: no real organization has been set up yet. */
	isEmpty?: boolean;
	/** Set by the app: whether the database answers. */
	answers?: () => Promise<boolean>;
	/** Set by the app: how it is, for metrics. */
	measure?: () => Promise<Measured>;
	/** Set by the app: stops jobs and closes the database. */
	close?: () => Promise<void>;
}

const place = Symbol.for('upstander.handover');
const shared = globalThis as { [place]?: Handover };

export function handOver(given: Handover): void {
	shared[place] = { ...shared[place], ...given };
}

export function takeOver(): Handover {
	return shared[place] ?? {};
}
