import type { Page } from '@playwright/test';
import { expect } from '../../harness/journey.ts';
import type { Words } from './words.ts';

/** Leaves a sealed note on the page that is open, and sees that it was taken. */
export async function leaveNote(page: Page, note: string, words: Words): Promise<void> {
	await page.getByLabel(words.speakup_note_words()).fill(note);
	await page.getByRole('button', { name: words.speakup_note_submit() }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.speakup_note_sent_title());
}
