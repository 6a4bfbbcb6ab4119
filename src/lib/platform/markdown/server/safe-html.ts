import type { Root, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/**
 * What an author may write reaches a page as these elements and nothing else: no script, no style, no image from
 * elsewhere, no form. Links open pages here, sites and mails only.
 */
const allowed = {
	...defaultSchema,
	tagNames: ['p', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'a', 'br', 'hr', 'abbr'],
	attributes: { a: ['href'], abbr: ['title'] },
	protocols: { href: ['https', 'mailto'] },
	clobber: [],
};

const renderer = unified().use(remarkRehype).use(rehypeSanitize, allowed).use(rehypeStringify);

/** Turns parsed Markdown into HTML that does no harm, whoever wrote it. */
export function toSafeHtml(children: RootContent[]): string {
	const root: Root = { type: 'root', children };
	return renderer.stringify(renderer.runSync(root) as Parameters<typeof renderer.stringify>[0]).trim();
}
