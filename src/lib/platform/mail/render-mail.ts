import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../context.ts';
import { languageTag } from '../i18n/locale.ts';

/** A mail as it leaves: plain words, and the same as simple HTML. No picture, no tracking, nothing loaded. */
export interface RenderedMail {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

/**
 * Sets a mail. The words are plain text in which links stand on lines of their own; in the HTML the first of them is a
 * button, with its address under it for who wants to see where it leads.
 * @param stopLink where the reader can say no to mails of this kind; a line at the end names it
 */
export function renderMail(letter: {
	readonly language: Locale;
	readonly subject: string;
	readonly body: string;
	readonly stopLink?: string | null | undefined;
}): RenderedMail {
	const { language, subject, stopLink } = letter;
	const stop = stopLink ? m.mail_stop_line({}, { locale: language }) : '';
	const body = letter.body.trimEnd();
	const text = stopLink ? `${body}\n\n-- \n${stop}\n${stopLink}\n` : `${body}\n`;
	const footer = stopLink
		? `<hr style="margin:2em 0 1em;border:0;border-top:1px solid #767676"><p>${escape(stop)}<br>${link(stopLink)}</p>`
		: '';
	const html = `<!doctype html>
<html lang="${languageTag[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:1.5em;font:1em/1.6 sans-serif"><div style="max-width:38em">
<h1 style="font-size:1.4em;line-height:1.3">${escape(subject)}</h1>
${paragraphs(body, m.mail_open({}, { locale: language }))}
${footer}
</div></body></html>
`;
	return { subject, text, html };
}

function paragraphs(body: string, open: string): string {
	let buttons = 0;
	return body
		.split(/\n{2,}/)
		.map((paragraph) => {
			const lines = paragraph.split('\n').map((line) => {
				if (!isLink(line)) return escape(line);
				buttons += 1;
				return buttons === 1 ? `${button(line, open)}<br><small>${link(line)}</small>` : link(line);
			});
			return `<p>${lines.join('<br>\n')}</p>`;
		})
		.join('\n');
}

const isLink = (line: string) => /^https?:\/\/\S+$/.test(line);

const link = (address: string) => `<a href="${escape(address)}">${escape(address)}</a>`;

const button = (address: string, words: string) =>
	`<a href="${escape(address)}" style="display:inline-block;padding:.75em 1.25em;border-radius:4px;background:#0f5a50;color:#fdfbf5;font-weight:600;text-decoration:none">${escape(words)}</a>`;

function escape(words: string): string {
	const signs: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
