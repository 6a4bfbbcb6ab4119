import type { Locale } from '../platform/context.ts';
import { fits, wordsAsked } from './search-words.ts';
import type { Passage, Topic } from './topic.ts';

/** A topic that fits, and the sentence in it that fits best. */
export interface Hit {
	readonly id: string;
	readonly title: string;
	readonly sentence: string;
}

const weight: Record<Passage['is'], number> = { title: 10, words: 6, heading: 4, sentence: 1 };

/**
 * Finds topics by plain words, the best first. A word that stands in every topic counts for little, one that stands in a
 * title for much. Whoever asks in the other language is answered, too.
 */
export function searchTopics(topics: readonly Topic[], asked: string, locale: Locale): Hit[] {
	const found = searchIn(topics, asked, locale);
	if (found.length > 0) return found;
	const other = searchIn(topics, asked, locale === 'en' ? 'es' : 'en');
	return topics
		.filter(({ id }) => other.some((hit) => hit.id === id))
		.sort((a, b) => place(other, a) - place(other, b))
		.map(({ id, text }) => ({
			id,
			title: text[locale].title,
			sentence: firstSentence(text[locale].passages),
		}));
}

const place = (hits: readonly Hit[], topic: Topic) => hits.findIndex(({ id }) => id === topic.id);

const firstSentence = (passages: readonly Passage[]) =>
	passages.find(({ is }) => is === 'sentence')?.text ?? '';

function searchIn(topics: readonly Topic[], asked: string, locale: Locale): Hit[] {
	const words = wordsAsked(asked, locale);
	const fit = topics.map((topic) => words.map((word) => fitOf(topic.text[locale].passages, word)));
	const rarity = words.map((_, word) => {
		const holding = fit.filter((scores) => (scores[word] ?? 0) > 0).length;
		return holding === 0 ? 0 : Math.log((topics.length + 1) / (holding + 0.5));
	});
	const ranked = topics.map((topic, at) => {
		const scores = fit[at] ?? [];
		const score = scores.reduce((sum, one, word) => sum + one * (rarity[word] ?? 0), 0);
		// What it lacks counts as much as it is rare: "how do I print cards" is about cards.
		const lacks = scores.reduce((sum, one, word) => sum + (one > 0 ? 0 : (rarity[word] ?? 0)), 0);
		return { topic, rank: score / (1 + lacks) };
	});
	const best = Math.max(0, ...ranked.map(({ rank }) => rank));
	return ranked
		.filter(({ rank }) => rank > best / 25)
		.sort((a, b) => b.rank - a.rank || a.topic.id.localeCompare(b.topic.id))
		.slice(0, 8)
		.map(({ topic }) => {
			const { title, passages } = topic.text[locale];
			return { id: topic.id, title, sentence: bestSentence(passages, words, rarity) };
		});
}

const best = (asked: string, { words }: Passage) => Math.max(0, ...words.map((word) => fits(asked, word)));

/** The best place counts whole, further ones a little. */
function fitOf(passages: readonly Passage[], word: string): number {
	const scores = passages.map((passage) => best(word, passage) * weight[passage.is]);
	const places = scores.filter((score) => score > 0).length;
	return Math.max(0, ...scores) + Math.min(places * 0.1, 0.5);
}

function bestSentence(
	passages: readonly Passage[],
	words: readonly string[],
	rarity: readonly number[],
): string {
	let found = firstSentence(passages);
	let top = 0;
	for (const passage of passages) {
		if (passage.is !== 'sentence') continue;
		const score = words.reduce((sum, word, at) => sum + best(word, passage) * (rarity[at] ?? 0), 0);
		if (score > top) [found, top] = [passage.text, score];
	}
	return found;
}
