import type { Config } from '../lib/platform/config/read-config.ts';

/** What links in mails begin with: the address that was set, else the one this request came to. */
export function publicAddress(config: Config, url: URL): string {
	return config.PUBLIC_URL ?? url.origin;
}

/** Where passkeys are at home: the same address, and its host. They work at no other. */
export function passkeyHome(config: Config, url: URL): { origin: string; host: string } {
	const { origin, hostname } = new URL(publicAddress(config, url));
	return { origin, host: hostname };
}
