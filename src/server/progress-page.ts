import type { RequestListener } from 'node:http';

const words = {
	en: {
		lang: 'en-US',
		title: 'Upstander is getting ready',
		text: 'The first start builds the pages and takes about a minute. This page moves on by itself.',
	},
	es: {
		lang: 'es-US',
		title: 'Upstander se está preparando',
		text: 'El primer arranque prepara las páginas y tarda cerca de un minuto. Esta página avanza sola.',
	},
};

/** What answers until the app does: no script, it loads itself again. */
export const progressPage: RequestListener = (request, response) => {
	const { lang, title, text } = /^es\b/i.test(request.headers['accept-language'] ?? '') ? words.es : words.en;
	response.writeHead(503, {
		'content-type': 'text/html; charset=utf-8',
		'cache-control': 'no-store',
		'retry-after': '1',
		'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
	});
	response.end(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.25rem/1.6 Georgia,serif;background:#f8f4ea;color:#211f1a;max-width:34rem;margin:20vh auto;padding:0 1.25rem}h1{font-weight:500;font-size:2rem;line-height:1.15}progress{width:100%;accent-color:#0f5a50}@media(prefers-color-scheme:dark){body{background:#191814;color:#ece6d8}progress{accent-color:#8ccfbd}}</style>
<main><h1>${title}</h1><p id="what">${text}</p><progress aria-labelledby="what"></progress></main></html>`);
};
