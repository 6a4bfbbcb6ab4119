import type { Face, Look } from './course.ts';

/** Where the drawing of somebody with a face is served: the same look and face, the same address. */
export function portraitPath(look: Look, face: Face): string {
	return `/portraits/${[look.head, look.skin, look.clothing, look.accessories, look.facialHair, face].join('.')}.svg`;
}
