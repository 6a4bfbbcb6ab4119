/**
 * The speak-up page's only script: seals the note in the browser, so that the server never sees its words. The page
 * works without it.
 *
 * It takes over every `<form data-recipients='["age1…"]'>` with a textarea `words` and hidden inputs `key` and `sealed`;
 * an element `[data-failed]` inside it, `hidden` at first, says that nothing was sent and the words are still there. The
 * form's action answers with a redirect, to a page that thanks. Bundle this file as an entry of its own: a lazy chunk
 * that other pages share would have its exports renamed, and `loadSeal` could not load it a second time.
 */

type Seal = typeof import('../platform/sealing/seal.ts');

/**
 * Loads what seals, when the form is first touched: most who open the page only read it. A browser remembers that a
 * module could not be loaded until the page is left (seen in Chromium 153), so after a gap in the network only another
 * address helps; the browser's message holds it.
 */
function loadSeal(): Promise<Seal> {
	return import('../platform/sealing/seal.ts').catch((error: unknown) => {
		const address = /https?:\S+\.[jt]s/.exec(String(error))?.[0];
		if (!address || new URL(address).origin !== location.origin) throw error;
		return import(/* @vite-ignore */ `${address}?again=${crypto.randomUUID()}`) as Promise<Seal>;
	});
}

function field<Type extends HTMLElement>(form: HTMLFormElement, name: string): Type {
	return form.elements.namedItem(name) as Type;
}

/** Makes a form seal what it sends. */
export function sealBeforeSending(form: HTMLFormElement): void {
	const words = field<HTMLTextAreaElement>(form, 'words');
	const failed = form.querySelector<HTMLElement>('[data-failed]');
	let sending = false;
	let tried: string | undefined;

	// Whether loading ahead worked shows when the note is sent.
	form.addEventListener('focusin', () => void loadSeal().catch(() => undefined), { once: true });

	form.addEventListener('submit', (event) => {
		// Over plain http browsers have no cryptography: the server seals, as it does where there is no JavaScript.
		// Nothing but spaces is not worth sealing; the server says what is missing.
		if (!globalThis.crypto?.subtle || words.value.trim() === '') return;
		event.preventDefault();
		if (sending) return;
		sending = true;
		if (failed) failed.hidden = true;
		form.setAttribute('aria-busy', 'true');
		// The first answer may have been lost on its way: with the old key the server would take changed words for the
		// note that it has.
		if (tried !== undefined && tried !== words.value) {
			field<HTMLInputElement>(form, 'key').value = crypto.randomUUID();
		}
		tried = words.value;
		send(form, words.value)
			.then((next) => {
				// Else the browser would bring the words back with the page.
				words.value = '';
				location.replace(next);
			})
			.catch((error: unknown) => {
				console.error(error);
				sending = false;
				form.removeAttribute('aria-busy');
				if (failed) failed.hidden = false;
			});
	});
}

/** @returns the address of the page to show next */
async function send(form: HTMLFormElement, words: string): Promise<string> {
	const { sealText } = await loadSeal();
	const recipients = JSON.parse(form.dataset.recipients ?? '[]') as string[];
	const body = new FormData(form);
	body.delete('words');
	body.set('sealed', await sealText(words, recipients));
	const answer = await fetch(form.action, {
		method: 'POST',
		body,
		credentials: 'omit',
		headers: { accept: 'text/html' },
		referrerPolicy: 'same-origin',
	});
	if (!answer.ok) throw new Error(`the note was not taken: ${answer.status}`);
	return answer.url;
}

document.querySelectorAll<HTMLFormElement>('form[data-recipients]').forEach(sealBeforeSending);
