import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The server has written the page's language on it; every message in the browser follows.
overwriteGetLocale(() => (document.documentElement.lang.startsWith('es') ? 'es' : 'en'));
