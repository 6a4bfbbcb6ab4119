/**
 * Sends a form as a browser without scripts would, but does not follow where it leads.
 * @param session value of a `Cookie` header
 * @throws Error when the answer is no redirect: a form that was taken always leads on
 */
export async function sendForm(
	url: string,
	fields: Record<string, string | File>,
	session = '',
): Promise<Response> {
	const hasFile = Object.values(fields).some((value) => value instanceof File);
	const body = hasFile ? new FormData() : new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) (body as FormData).set(name, value as string);
	const headers = { origin: new URL(url).origin, accept: 'text/html', cookie: session };
	const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
	if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}:\n${await answer.text()}`);
	return answer;
}

/** The session that an answer starts, as the value of a `Cookie` header. */
export function sessionOf(answer: Response): string {
	const [cookie] = answer.headers.getSetCookie();
	if (!cookie) throw new Error(`${answer.url} signed nobody in.`);
	return cookie.split(';')[0] ?? '';
}
