import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CourseError, type CourseSource } from '../../src/lib/learning/course-source.ts';
import { compileCourse } from '../../src/lib/learning/server/compile-course.ts';
import { storeShippedCourses } from '../../src/lib/learning/server/store-shipped-courses.ts';
import type { Platform } from '../../src/lib/platform/platform.ts';
import { temporaryFolder } from './server.ts';

const scene = (ask: string, wait: string) => `-> talk

=== talk ===
Maya: He had a rough night. #face:tired
+ [${ask} #id:ask]
    She tells you. #for:Maya
    You know more now. #for:you
    The shift goes on. #end:told
    -> END
+ [${wait} #id:wait]
    She stays alone with it. #for:Maya
    Nobody else saw it. #for:team
    Next week it happens again. #end:again
    -> END
`;

/** One step of every kind in two languages: what a course needs, and nothing more. */
export const smallCourse: CourseSource = {
	'course.yaml': `id: small
format: 1
title: A small course
summary: One step of every kind.
languages: [en, es]
minutes: 5
license: CC-BY-4.0
cast:
  Maya:
    role: nurse
    look: { head: bun, skin: brown, clothing: green, accessories: none, facialHair: none }
sections:
  - id: first
    title: First
    steps: [welcome, one, many]
  - id: second
    title: Second
    steps: [poll, talk]
`,
	'es/course.yaml': `title: Un curso pequeño
summary: Un paso de cada tipo.
cast: { Maya: { role: enfermera } }
sections: { first: Primero, second: Segundo }
`,
	'steps/welcome.md': '---\nkind: read\ntitle: Welcome\ncontinue: Begin\n---\n\nGood to see *you*.\n',
	'es/steps/welcome.md': '---\nkind: read\ntitle: Hola\ncontinue: Empezar\n---\n\nQué bueno *verte*.\n',
	'steps/one.md': question('one', 'What do you do?', 'Ask', 'Wait'),
	'es/steps/one.md': question('one', '¿Qué haces?', 'Preguntar', 'Esperar'),
	'steps/many.md': question('many', 'What could you do?', 'Ask', 'Wait'),
	'es/steps/many.md': question('many', '¿Qué podrías hacer?', 'Preguntar', 'Esperar'),
	'steps/poll.md': poll('How often?', 'Often', 'Never'),
	'es/steps/poll.md': poll('¿Cada cuánto?', 'Seguido', 'Nunca'),
	'steps/talk.md':
		'---\nkind: scene\ntitle: A talk\nscene: talk\nabout: Somebody is tired.\n---\n\nYou are there.\n',
	'es/steps/talk.md':
		'---\nkind: scene\ntitle: Una charla\nscene: talk\nabout: Alguien está cansado.\n---\n\nEstás ahí.\n',
	'scenes/talk.ink': scene('Ask her: “What happened?”', 'Wait: You say nothing.'),
	'es/scenes/talk.ink': scene('Pregúntale: “¿Qué pasó?”', 'Espera: No dices nada.'),
};

function question(choose: 'one' | 'many', title: string, ask: string, wait: string): string {
	return `---
kind: question
title: "${title}"
choose: ${choose}
---

:::option[${ask}]{#ask}
They tell you *why*.
:::

:::option[${wait}]{#wait}
You see more later.
:::
`;
}

function poll(title: string, often: string, never: string): string {
	return `---\nkind: poll\ntitle: "${title}"\n---\n\n::option[${often}]{#often}\n\n::option[${never}]{#never}\n`;
}

/** The same course with some files changed; undefined takes one away. */
export function smallCourseWith(files: Record<string, string | undefined>): CourseSource {
	const all = Object.entries({ ...smallCourse, ...files });
	return Object.fromEntries(all.filter((file): file is [string, string] => file[1] !== undefined));
}

/** Ships a course with the next start: what the store would find in `content/courses/`. */
export async function ship(platform: Platform, source: CourseSource): Promise<void> {
	const folder = temporaryFolder('courses');
	for (const [path, content] of Object.entries(source)) {
		const file = join(folder, 'small', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	try {
		await storeShippedCourses(platform.db, platform.now(), folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Everything that stands in the way of a course, as `file:line reason`; empty when it compiles. */
export function problems(source: CourseSource): string[] {
	try {
		compileCourse(source);
		return [];
	} catch (error) {
		if (!(error instanceof CourseError)) throw error;
		return error.message.split('\n');
	}
}

/** The small course with words of one file replaced. */
export function changed(file: string, from: string | RegExp, to: string): CourseSource {
	const before = smallCourse[file] ?? '';
	const after = before.replace(from, to);
	if (after === before) throw new Error(`${file} does not hold ${from}`);
	return smallCourseWith({ [file]: after });
}
