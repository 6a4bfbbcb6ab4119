import type { Page } from '@playwright/test';
import { cast, type CastMember } from '../../../src/lib/demo/cast.ts';
import { expect } from '../../harness/journey.ts';
import { wordsIn, type Words } from './words.ts';

export function castMember(part: CastMember['part']): CastMember {
	const found = cast.find((member) => member.part === part);
	if (!found) throw new Error(`Nobody of the cast is ${part}.`);
	return found;
}

/** Becomes somebody of the cast, by the bar of the page that is open. @param words of that page */
export async function become(
	page: Page,
	{ number, name, language }: CastMember,
	words: Words,
): Promise<void> {
	const bar = page.getByRole('complementary', { name: words.demo_bar_label() });
	await bar.getByRole('combobox').selectOption(number);
	await bar.getByRole('button').click();
	const greeting = wordsIn(language).learning_today_greeting({ name: name.split(' ')[0] });
	await expect(page.getByRole('heading', { level: 1 })).toContainText(greeting);
}
