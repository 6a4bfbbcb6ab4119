import { drawPortrait } from '#lib/learning/server/draw-portrait.ts';
import { notFound } from '#lib/platform/errors/errors.ts';
import type { RequestHandler } from './$types';

/** A drawing of somebody in a scene. The same address always gives the same drawing, so it may be kept for good. */
export const GET: RequestHandler = ({ params }) => {
	const svg = drawPortrait(params.spec);
	if (!svg) throw notFound();
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
		},
	});
};
