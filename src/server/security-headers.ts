/** What every answer says, beside the content security policy that the pages carry. */
export function securityHeaders(path: string, headers: Headers): void {
	// same-origin, not no-referrer: with that, browsers send `Origin: null` and forms without JavaScript are refused.
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-content-type-options', 'nosniff');
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
	// On a shared device nothing stays behind for the next person, not even behind the back button.
	if (path.startsWith('/o/')) headers.set('cache-control', 'no-store');
}
