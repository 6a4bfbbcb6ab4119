import { describe, expect, it } from 'vitest';
import { renderMail } from './render-mail.ts';

const letter = {
	language: 'es',
	subject: 'Año <nuevo> & "más"',
	body: 'Hola, <b>Ana</b>:\n\naquí está:\n\nhttps://learn.test/a?b=1&c="2"\n\nTambién https://learn.test/no en medio\nde una línea\n',
} as const;

describe('a mail', () => {
	it('is plain words, and the same as HTML with one button', () => {
		const { text, html, subject } = renderMail(letter);
		expect(subject).toBe(letter.subject);
		expect(text).toBe(letter.body);
		expect(html).toContain('<html lang="es-US">');
		expect(html).toContain(
			'<h1 style="font-size:1.4em;line-height:1.3">Año &lt;nuevo&gt; &amp; &quot;más&quot;</h1>',
		);
		expect(html).toContain('Hola, &lt;b&gt;Ana&lt;/b&gt;:');
		expect(html.match(/<a href="([^"]+)"/g)).toEqual(
			Array.from({ length: 2 }, () => '<a href="https://learn.test/a?b=1&amp;c=&quot;2&quot;"'),
		);
		expect(html).toContain('Abrir esta página</a>');
	});

	it('loads nothing and tells nobody that it was read', () => {
		expect(renderMail({ ...letter, stopLink: 'https://learn.test/o/x/mail/t' }).html).not.toMatch(
			/<img|<link|<script|url\(|src=/,
		);
	});

	it('names in the end where it can be stopped, if it can', () => {
		const { text, html } = renderMail({ ...letter, stopLink: 'https://learn.test/o/x/mail/t' });
		expect(text.endsWith('\n\nhttps://learn.test/o/x/mail/t\n')).toBe(false);
		expect(text).toMatch(/\n-- \n.+\nhttps:\/\/learn\.test\/o\/x\/mail\/t\n$/);
		expect(html).toContain('<a href="https://learn.test/o/x/mail/t">');
		expect(renderMail(letter).text).not.toContain('-- ');
	});
});
