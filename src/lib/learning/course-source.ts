/** A course as its author wrote it: path inside the course's folder to content. */
export type CourseSource = Readonly<Record<string, string>>;

/** Something an author should change: where, and why in plain words. */
export interface SourceProblem {
	readonly file: string;
	readonly line: number;
	readonly reason: string;
}

/** A course that cannot be compiled, with everything that stands in the way. */
export class CourseError extends Error {
	readonly problems: readonly SourceProblem[];
	constructor(problems: readonly SourceProblem[]) {
		super(problems.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
		this.name = 'CourseError';
		this.problems = problems;
	}
}
