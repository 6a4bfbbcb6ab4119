/** What a form field holds as JSON; undefined when it holds none. */
export function jsonField(data: FormData, name: string): unknown {
	const text = data.get(name);
	if (typeof text !== 'string' || text.length > 65_536) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
