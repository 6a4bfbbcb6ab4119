/** "Firefox, Android": enough for a person to recognize their own device, and nothing more. */
export function deviceOf(headers: Headers): string {
	const agent = headers.get('user-agent') ?? '';
	const find = (names: readonly [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
	const browser = find([
		[/Edg\//, 'Edge'],
		[/Firefox\/|FxiOS/, 'Firefox'],
		[/SamsungBrowser/, 'Samsung Internet'],
		[/Chrom(e|ium)\/|CriOS/, 'Chrome'],
		[/Safari\//, 'Safari'],
	]);
	const system = find([
		[/iPhone/, 'iPhone'],
		[/iPad/, 'iPad'],
		[/Android/, 'Android'],
		[/Windows/, 'Windows'],
		[/Mac OS X/, 'Mac'],
		[/CrOS/, 'Chromebook'],
		[/Linux/, 'Linux'],
	]);
	return [browser, system].filter(Boolean).join(', ') || '–';
}
