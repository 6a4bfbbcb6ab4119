import * as v from 'valibot';

const key = v.pipe(v.string(), v.uuid());
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(2000));

export const correctionForm = v.object({ key, words });
export const answerForm = v.object({ answer: words });

export interface Correction {
	readonly id: string;
	readonly words: string;
	readonly askedAt: Date;
	readonly answer: string | null;
	readonly answeredAt: Date | null;
}
