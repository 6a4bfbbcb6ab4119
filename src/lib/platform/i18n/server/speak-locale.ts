import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { Locale } from '../../context.ts';

const speaking = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => speaking.getStore() ?? 'en');

/** Runs `work` so that every interface message in it is in this language, however many requests run at once. */
export function speak<Result>(locale: Locale, work: () => Result): Result {
	return speaking.run(locale, work);
}
