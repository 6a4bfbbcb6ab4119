import type { Nodes, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { toSafeHtml } from '../../platform/markdown/server/safe-html.ts';

export interface MarkdownOption {
	readonly id: string;
	readonly label: string;
	readonly feedback: string;
	readonly line: number;
}

export interface RenderedMarkdown {
	readonly html: string;
	readonly options: readonly MarkdownOption[];
	readonly problems: readonly { line: number; reason: string }[];
}

const parser = unified().use(remarkParse).use(remarkDirective);

/**
 * Renders the Markdown of a step and takes its options out.
 * @param firstLine line of the file on which the Markdown begins
 */
export function renderMarkdown(markdown: string, firstLine: number): RenderedMarkdown {
	const tree = parser.parse(markdown);
	const options: MarkdownOption[] = [];
	const problems: { line: number; reason: string }[] = [];
	const rest: RootContent[] = [];
	for (const node of tree.children) {
		const line = firstLine - 1 + (node.position?.start.line ?? 1);
		if (isDirective(node)) {
			if (node.name !== 'option') {
				problems.push({ line, reason: `knows no directive "${node.name}"; there is only "option".` });
				continue;
			}
			const id = node.attributes?.id ?? '';
			const label = labelOf(node);
			if (!/^[a-z][a-z0-9-]*$/.test(id))
				problems.push({ line, reason: 'gives this option no id, such as {#ask}.' });
			if (!label) problems.push({ line, reason: 'gives this option no words in square brackets.' });
			if (options.some((option) => option.id === id))
				problems.push({ line, reason: `uses the option id "${id}" twice.` });
			options.push({ id, label, feedback: toSafeHtml(feedbackOf(node)), line });
		} else rest.push(node);
	}
	return { html: toSafeHtml(plainText(rest, markdown)), options, problems };
}

function isDirective(node: Nodes): node is ContainerDirective | LeafDirective {
	return node.type === 'containerDirective' || node.type === 'leafDirective';
}

function labelOf(node: ContainerDirective | LeafDirective): string {
	if (node.type === 'leafDirective') return textOf(node);
	const label = node.children[0];
	return label?.type === 'paragraph' && label.data?.directiveLabel ? textOf(label) : '';
}

function feedbackOf(node: ContainerDirective | LeafDirective): RootContent[] {
	if (node.type === 'leafDirective') return [];
	return node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel));
}

function textOf(node: Nodes): string {
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** "At 3:15 a.m." is no directive: what looks like one inside a sentence goes back to being text. */
function plainText(nodes: RootContent[], markdown: string): RootContent[] {
	return nodes.map((node) => {
		if (node.type === 'textDirective') {
			const { start, end } = node.position ?? {};
			return { type: 'text', value: markdown.slice(start?.offset, end?.offset) };
		}
		if (!('children' in node)) return node;
		return { ...node, children: plainText(node.children as RootContent[], markdown) } as RootContent;
	});
}
