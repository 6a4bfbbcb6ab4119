import { answer } from './answer.ts';
import { demo } from './demo.ts';
import type { Line } from './harness/line.ts';
import { peopleImport } from './import.ts';
import { memory } from './memory.ts';
import { notes } from './notes.ts';
import { paint } from './paint.ts';
import { dashboard, progress } from './progress.ts';
import { scripts } from './scripts.ts';
import { start } from './start.ts';
import { step } from './step.ts';

/** In the order in which they run: the import and the large organization last, because they leave many people behind. */
export const lines: readonly Line[] = [
	start,
	demo,
	step,
	answer,
	scripts,
	paint,
	progress,
	notes,
	memory,
	peopleImport,
	dashboard,
];
