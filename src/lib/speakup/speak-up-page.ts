/** The one script of the speak-up pages: it seals, and it lets the quick exit leave no way back. */
import './sealing-form.ts';

document.querySelectorAll<HTMLAnchorElement>('a[data-quick-exit]').forEach((exit) =>
	exit.addEventListener('click', (event) => {
		event.preventDefault();
		location.replace(exit.href);
	}),
);
