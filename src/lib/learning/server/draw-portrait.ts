import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Face } from '../course.ts';

const skins: Record<string, string> = {
	pale: 'f7d7c0',
	tan: 'e3b48c',
	light: 'edc3a0',
	brown: '9c6547',
	dark: '6b4632',
};
const clothes: Record<string, string> = {
	green: '7ea89b',
	sand: 'c9b183',
	blue: '8fa3bd',
	plum: '9a7f95',
	clay: 'c08a6c',
};
const hair: Record<string, string> = {
	pale: '8a5a3b',
	tan: '3b2a20',
	light: '5a3d2b',
	brown: '1d1714',
	dark: '15110f',
};

/** The story's nine faces in the drawing set's own names, chosen by how they look, not by what they are called. */
const drawn: Record<Face, string> = {
	calm: 'smile',
	smile: 'calm',
	laugh: 'smileLOL',
	serious: 'old',
	tired: 'tired',
	hurt: 'solemn',
	worried: 'concernedFear',
	surprised: 'explaining',
	annoyed: 'suspicious',
};

const kept = new Map<string, string>();

/**
 * Draws somebody of the cast (DiceBear, "Open Peeps" by Pablo Stanley, CC0).
 * @param spec `head.skin.clothing.accessories.facialHair.face` in the words of the course format
 * @returns an SVG, or undefined when the words are not known
 */
export function drawPortrait(spec: string): string | undefined {
	const before = kept.get(spec);
	if (before) return before;
	const [head = '', skin = '', clothing = '', accessories = '', facialHair = '', face = ''] = spec.split('.');
	const skinColor = skins[skin];
	const clothingColor = clothes[clothing];
	const drawnFace = drawn[face as Face];
	const known = openPeeps.schema.properties as Record<string, { items?: { enum?: string[] } }>;
	const has = (part: string, name: string) => known[part]?.items?.enum?.includes(name) ?? false;
	if (!skinColor || !clothingColor || !drawnFace || !has('head', head)) return undefined;
	if (accessories !== 'none' && !has('accessories', accessories)) return undefined;
	if (facialHair !== 'none' && !has('facialHair', facialHair)) return undefined;
	const options = {
		seed: 'upstander',
		head: [head],
		face: [drawnFace],
		skinColor: [skinColor],
		clothingColor: [clothingColor],
		headContrastColor: [head.startsWith('gray') ? 'b9b4ab' : (hair[skin] ?? '2c1b18')],
		accessories: accessories === 'none' ? undefined : [accessories],
		accessoriesProbability: accessories === 'none' ? 0 : 100,
		facialHair: facialHair === 'none' ? undefined : [facialHair],
		facialHairProbability: facialHair === 'none' ? 0 : 100,
		maskProbability: 0,
	} as Parameters<typeof createAvatar<openPeeps.Options>>[1];
	const svg = uncut(createAvatar(openPeeps, options).toString());
	if (kept.size < 500) kept.set(spec, svg);
	return svg;
}

/** The set masks its drawings to a square that cuts tall hair, and leaves much air below. */
function uncut(svg: string): string {
	return svg
		.replace(/<mask\b.*?<\/mask>/s, '')
		.replace(/ mask="[^"]*"/g, '')
		.replace(/viewBox="[^"]*"/, 'viewBox="40 -40 624 744"');
}
