import { Compiler } from 'inkjs/full';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { Locale } from '../../platform/context.ts';
import { CourseError, type CourseSource, type SourceProblem } from '../course-source.ts';
import type { Course, CourseText, Step, StepText } from '../course.ts';
import { renderMarkdown } from './render-markdown.ts';
import { walkScene, type SceneWalk } from './walk-scene.ts';

const word = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
/** Ids stand in addresses. */
const idWord = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const courseSchema = v.object({
	id: idWord,
	format: v.literal(1),
	title: word,
	summary: word,
	languages: v.pipe(v.array(v.picklist(['en', 'es'])), v.minLength(1)),
	minutes: v.pipe(v.number(), v.minValue(1)),
	license: word,
	cast: v.optional(
		v.record(
			v.string(),
			v.object({
				role: word,
				look: v.object({ head: word, skin: word, clothing: word, accessories: word, facialHair: word }),
			}),
		),
		{},
	),
	sections: v.pipe(
		v.array(v.object({ id: idWord, title: word, steps: v.pipe(v.array(idWord), v.minLength(1)) })),
		v.minLength(1),
	),
});
const translationSchema = v.object({
	title: word,
	summary: word,
	cast: v.optional(v.record(v.string(), v.object({ role: word })), {}),
	sections: v.record(v.string(), word),
});
const stepSchema = v.object({
	kind: v.picklist(['read', 'question', 'scene', 'poll'], 'must be read, question, scene or poll'),
	title: word,
	minutes: v.optional(v.pipe(v.number(), v.minValue(0.5, 'must be at least 0.5')), 1),
	choose: v.optional(v.picklist(['one', 'many'], 'must be one or many'), 'one'),
	continue: v.optional(v.pipe(v.string(), v.trim()), ''),
	scene: v.optional(v.pipe(v.string(), v.trim()), ''),
	about: v.optional(v.pipe(v.string(), v.trim()), ''),
});

/**
 * Compiles a course from its source. Pure: the same source gives the same course.
 * @throws CourseError with every problem, each with file, line and reason
 */
export function compileCourse(source: CourseSource): Course {
	const problems: SourceProblem[] = [];
	const main = readYaml(source, 'course.yaml', courseSchema, problems);
	if (!main) throw new CourseError(problems);
	const [original = 'en', ...translations] = main.languages;
	const order = main.sections.flatMap((section) => section.steps);
	const twice = order.find((id, index) => order.indexOf(id) !== index);
	if (twice) problems.push({ file: 'course.yaml', line: 1, reason: `lists the step "${twice}" twice.` });

	const text: Partial<Record<Locale, CourseText>> = {};
	const shapes = new Map<Locale, Map<string, CompiledStep>>();
	for (const locale of main.languages) {
		const folder = locale === original ? '' : `${locale}/`;
		const steps = new Map<string, CompiledStep>();
		for (const id of order) {
			const step = compileStep(source, folder, id, Object.keys(main.cast), problems);
			if (step) steps.set(id, step);
		}
		shapes.set(locale, steps);
		const words =
			locale === original
				? {
						title: main.title,
						summary: main.summary,
						cast: main.cast,
						sections: Object.fromEntries(main.sections.map(({ id, title }) => [id, title])),
					}
				: readYaml(source, `${folder}course.yaml`, translationSchema, problems);
		if (!words) continue;
		for (const section of main.sections) {
			if (!words.sections[section.id]) {
				problems.push({
					file: `${folder}course.yaml`,
					line: 1,
					reason: `gives the section "${section.id}" no title.`,
				});
			}
		}
		for (const name of Object.keys(main.cast)) {
			if (words.cast[name]) continue;
			problems.push({ file: `${folder}course.yaml`, line: 1, reason: `gives "${name}" no role.` });
		}
		text[locale] = {
			title: words.title,
			summary: words.summary,
			roles: Object.fromEntries(Object.keys(main.cast).map((name) => [name, words.cast[name]?.role ?? ''])),
			sections: words.sections,
			steps: Object.fromEntries([...steps].map(([id, step]) => [id, step.text])),
		};
	}
	const first = shapes.get(original) ?? new Map<string, CompiledStep>();
	for (const locale of translations) compareShapes(first, shapes.get(locale), `${locale}/`, problems);
	if (problems.length > 0) throw new CourseError(problems);
	return {
		format: 1,
		id: main.id,
		languages: main.languages,
		minutes: main.minutes,
		cast: Object.fromEntries(Object.entries(main.cast).map(([name, { look }]) => [name, look])),
		sections: main.sections.map(({ id, steps }) => ({ id, steps })),
		steps: order.flatMap((id) => first.get(id)?.step ?? []),
		text,
	};
}

interface CompiledStep {
	readonly step: Step;
	readonly text: StepText;
	readonly file: string;
	readonly walk: SceneWalk | null;
}

function compileStep(
	source: CourseSource,
	folder: string,
	id: string,
	cast: readonly string[],
	problems: SourceProblem[],
): CompiledStep | undefined {
	const file = `${folder}steps/${id}.md`;
	const content = source[file];
	if (content === undefined) {
		problems.push({ file, line: 1, reason: 'is missing.' });
		return undefined;
	}
	const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(content);
	if (!parts) {
		problems.push({
			file,
			line: 1,
			reason: 'must begin with front matter between two lines of three hyphens.',
		});
		return undefined;
	}
	const [, front = '', body = ''] = parts;
	const meta = readYaml({ [file]: front }, file, stepSchema, problems);
	if (!meta) return undefined;
	const firstLine = front.split('\n').length + 3;
	const { html, options, problems: marks } = renderMarkdown(body, firstLine);
	for (const { line, reason } of marks) problems.push({ file, line, reason });
	const fault = (reason: string, line = 1) => problems.push({ file, line, reason });

	let story = '';
	let walk: SceneWalk | null = null;
	if (meta.kind === 'question' || meta.kind === 'poll') {
		if (options.length < 2) fault('needs at least two options.');
		for (const { id: option, feedback, line } of options) {
			if (meta.kind === 'question' && feedback === '')
				fault(`gives the option "${option}" no feedback.`, line);
			if (meta.kind === 'poll' && feedback !== '') fault('is a poll; its options have no feedback.', line);
		}
	} else if (options.length > 0) fault(`is a ${meta.kind}; it has no options.`, options[0]?.line);
	if (meta.kind === 'read' && !meta.continue) fault('needs "continue", the words on its button.');
	if (meta.kind === 'scene') {
		if (!meta.about) fault('needs "about", one plain line on what the scene shows.');
		const scene = `${folder}scenes/${meta.scene}.ink`;
		story = compileInk(source, scene, problems);
		if (story) {
			walk = walkScene(story, cast);
			for (const reason of walk.problems) problems.push({ file: scene, line: 1, reason });
			for (const name of speakersOf(source[scene] ?? '')) {
				if (!cast.includes(name))
					problems.push({ file: scene, line: 1, reason: `lets "${name}" speak, who is not in the cast.` });
			}
		}
	}
	return {
		file,
		walk,
		step: {
			id,
			kind: meta.kind,
			minutes: meta.minutes,
			choose: meta.choose,
			options: options.map((option) => option.id),
		},
		text: {
			title: meta.title,
			html,
			continue: meta.continue,
			about: meta.about,
			options: Object.fromEntries(
				options.map(({ id: option, label, feedback }) => [option, { label, feedback }]),
			),
			story,
		},
	};
}

function compileInk(source: CourseSource, file: string, problems: SourceProblem[]): string {
	const ink = source[file];
	if (ink === undefined) {
		problems.push({ file, line: 1, reason: 'is missing.' });
		return '';
	}
	const compiler = new Compiler(ink);
	try {
		const story = compiler.Compile();
		if (compiler.errors.length === 0) return story.ToJson() as string;
	} catch {
		// The compiler throws after noting its errors, which say more.
	}
	for (const error of compiler.errors.length > 0 ? compiler.errors : ['cannot be read as ink.']) {
		const line = Number(/line (\d+)/.exec(error)?.[1] ?? 1);
		problems.push({ file, line, reason: error.replace(/^.*?line \d+:\s*/, '') });
	}
	return '';
}

/** Names that seem to speak: lines of the source that begin with one capitalized word and a colon. */
function speakersOf(ink: string): Set<string> {
	const spoken = ink.split('\n').map((line) => /^\s*(\p{Lu}[\p{L}’'-]{0,30}):\s/u.exec(line)?.[1]);
	return new Set(spoken.filter((name) => name !== undefined));
}

function compareShapes(
	original: ReadonlyMap<string, CompiledStep>,
	translated: ReadonlyMap<string, CompiledStep> | undefined,
	folder: string,
	problems: SourceProblem[],
): void {
	for (const [id, first] of original) {
		const second = translated?.get(id);
		if (!second) continue;
		const fault = (reason: string) => problems.push({ file: `${folder}steps/${id}.md`, line: 1, reason });
		if (second.step.kind !== first.step.kind)
			fault(`is a ${second.step.kind}; the original is a ${first.step.kind}.`);
		if (second.step.choose !== first.step.choose)
			fault('differs from the original in how many may be chosen.');
		if (second.step.options.join() !== first.step.options.join())
			fault('has other options than the original.');
		if (!first.walk || !second.walk) continue;
		const shape = (walk: SceneWalk) => JSON.stringify([[...walk.decisions].sort(), [...walk.ends].sort()]);
		if (shape(first.walk) !== shape(second.walk))
			fault('tells a scene with other choices or ends than the original.');
	}
}

function readYaml<Schema extends v.GenericSchema>(
	source: CourseSource,
	file: string,
	schema: Schema,
	problems: SourceProblem[],
): v.InferOutput<Schema> | undefined {
	const content = source[file];
	if (content === undefined) {
		problems.push({ file, line: 1, reason: 'is missing.' });
		return undefined;
	}
	let data: unknown;
	try {
		data = parseYaml(content, { maxAliasCount: 20 });
	} catch (error) {
		const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1;
		problems.push({
			file,
			line,
			reason: `cannot be read as YAML: ${(error as Error).message.split('\n')[0]}`,
		});
		return undefined;
	}
	const parsed = v.safeParse(schema, data);
	if (parsed.success) return parsed.output;
	for (const issue of parsed.issues) {
		const field = issue.path?.map((item) => String(item.key)).join('.') ?? 'the file';
		problems.push({ file, line: 1, reason: `${field}: ${issue.message}.` });
	}
	return undefined;
}
