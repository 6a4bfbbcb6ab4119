/** The text fields of a form; of several with one name, the last. Files are left out. */
export function textFields(data: FormData): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [name, value] of data) if (typeof value === 'string') fields[name] = value;
	return fields;
}
