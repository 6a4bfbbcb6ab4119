import type { Locale } from '../../../src/lib/platform/context.ts';

/** How somebody comes: on which device, in which language, with scripts or without. */
export interface Way {
	readonly device: 'phone' | 'desk';
	readonly language: Locale;
	readonly scripts: boolean;
}

const way = (device: Way['device'], scripts: boolean, language: Locale): Way => ({
	device,
	scripts,
	language,
});

/** Each of the four pairs holds every device, language and kind of browser once; all four together every two of them. */
const pairs = [
	[way('phone', false, 'es'), way('desk', true, 'en')],
	[way('phone', true, 'es'), way('desk', false, 'en')],
	[way('phone', true, 'en'), way('desk', false, 'es')],
	[way('phone', false, 'en'), way('desk', true, 'es')],
] as const;

/** The ways in which a journey is made: two that differ in everything; with UPSTANDER_FULL all eight. */
export function waysOf(pair: 0 | 1 | 2 | 3): readonly Way[] {
	return process.env.UPSTANDER_FULL ? pairs.flat() : pairs[pair];
}

/** Name and tag for `test.describe`, and what `test.use` takes. */
export function along({ device, language, scripts }: Way) {
	return {
		name: `on a ${device}, ${scripts ? 'with' : 'without'} JavaScript, in ${language === 'en' ? 'English' : 'Spanish'}`,
		details: { tag: `@${device}` },
		settings: { language, javaScriptEnabled: scripts },
	};
}
