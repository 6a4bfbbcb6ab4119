import type { Config } from '../lib/platform/config/read-config.ts';

/** What links in mails begin with: the address that was set, else the one this request came to. */
export function publicAddress(config: Config, url: URL): string {
	return config.PUBLIC_URL ?? url.origin;
}
