import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { roles, type Locale } from '../../platform/context.ts';
import { toSafeHtml } from '../../platform/markdown/server/safe-html.ts';
import { wordsOf } from '../search-words.ts';
import type { Handbook, Passage, TopicText } from '../topic.ts';

/** Files by their path under `content/handbook/`. */
export type HandbookSource = Readonly<Record<string, string>>;

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const contentsSchema = v.array(
	v.strictObject({
		title: v.strictObject({ en: words, es: words }),
		for: v.optional(v.array(v.picklist(roles)), []),
		topics: v.record(
			v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
			v.array(v.pipe(v.string(), v.startsWith('/'))),
		),
	}),
);
const headSchema = v.strictObject({ title: words, words });

const parser = unified().use(remarkParse);

/**
 * Compiles the handbook from its files. Pure: the same files give the same handbook.
 * @throws Error that names the file, when one is missing or cannot be read
 */
export function compileHandbook(source: HandbookSource): Handbook {
	const contents = inFile('contents.yaml', () =>
		v.parse(contentsSchema, parseYaml(source['contents.yaml'] ?? '')),
	);
	return contents.map(({ title, for: readers, topics }) => ({
		title,
		for: readers,
		topics: Object.entries(topics).map(([id, screens]) => ({
			id,
			screens,
			text: { en: compileTopic(source, 'en', id), es: compileTopic(source, 'es', id) },
		})),
	}));
}

function compileTopic(source: HandbookSource, locale: Locale, id: string): TopicText {
	const file = `${locale}/${id}.md`;
	return inFile(file, () => {
		const [, head = '', body = ''] = source[file]?.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
		const { title, words } = v.parse(headSchema, parseYaml(head));
		const tree = parser.parse(body);
		const passages: Passage[] = [
			passage('title', title),
			passage('words', words),
			...passagesOf(tree, locale),
		];
		return { title, html: toSafeHtml(tree.children), passages, links: linksOf(tree) };
	});
}

function inFile<Result>(file: string, work: () => Result): Result {
	try {
		return work();
	} catch (cause) {
		throw new Error(`content/handbook/${file} cannot be read`, { cause });
	}
}

const passage = (is: Passage['is'], text: string): Passage => ({ is, text, words: wordsOf(text) });

function passagesOf(node: Nodes | Root, locale: Locale): Passage[] {
	if (node.type === 'heading') return [passage('heading', textOf(node))];
	if (node.type === 'paragraph') {
		const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(textOf(node));
		return [...sentences].map(({ segment }) => passage('sentence', segment.trim()));
	}
	return 'children' in node ? node.children.flatMap((child) => passagesOf(child, locale)) : [];
}

function linksOf(node: Nodes | Root): string[] {
	if (node.type === 'link') return [node.url];
	return 'children' in node ? node.children.flatMap(linksOf) : [];
}

function textOf(node: Nodes): string {
	if ('value' in node) return node.value.replace(/\s+/g, ' ');
	return 'children' in node ? node.children.map(textOf).join('') : '';
}
