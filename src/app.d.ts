import type { IncomingMessage } from 'node:http';
import type { Actor, Ctx, Locale, Org } from './lib/platform/context.ts';
import type { Platform as Upstander } from './lib/platform/platform.ts';

declare global {
	namespace App {
		interface Locals {
			upstander: Upstander;
			locale: Locale;
			/** The organization that the path names; missing on pages of the installation itself. */
			org: Org | undefined;
			actor: Actor;
			/** Runs a verb for this organization and actor, in one transaction. */
			act<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
		}
		interface Error {
			code?: string;
			/** Of an unexpected error: what the log knows it by. */
			id?: string;
		}
		interface Platform {
			req: IncomingMessage;
		}
	}
}

export {};
