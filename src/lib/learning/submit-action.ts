/** A Svelte action on a form, given by the page: it sends the form in the background where there is JavaScript. */
export type SubmitAction = (form: HTMLFormElement) => { destroy(): void } | void;
