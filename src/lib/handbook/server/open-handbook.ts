import type { Ctx, Locale } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { searchTopics, type Hit } from '../search-topics.ts';
import { topicFor } from '../topic.ts';
import { accessHandbook } from './access.ts';
import { readHandbook } from './read-handbook.ts';

/** The list of contents. */
export type Contents = readonly {
	readonly title: string;
	readonly topics: readonly { readonly id: string; readonly title: string }[];
}[];

/** The parts that are for whoever asks. */
export function openHandbook(ctx: Ctx, locale: Locale): Contents {
	return accessHandbook(ctx, readHandbook()).map(({ title, topics }) => ({
		title: title[locale],
		topics: topics.map(({ id, text }) => ({ id, title: text[locale].title })),
	}));
}

export interface OpenTopic {
	readonly id: string;
	readonly title: string;
	readonly part: string;
	/** As it was sanitized. */
	readonly html: string;
	/** Others of the same part. */
	readonly beside: readonly { readonly id: string; readonly title: string }[];
}

/** @throws ExpectedError `not_found` for a topic that there is not, or that is not for whoever asks */
export function openTopic(ctx: Ctx, topicId: string, locale: Locale): OpenTopic {
	for (const { title, topics } of accessHandbook(ctx, readHandbook())) {
		const topic = topics.find(({ id }) => id === topicId);
		if (!topic) continue;
		const beside = topics.filter(({ id }) => id !== topicId);
		return {
			id: topicId,
			title: topic.text[locale].title,
			part: title[locale],
			html: topic.text[locale].html,
			beside: beside.map(({ id, text }) => ({ id, title: text[locale].title })),
		};
	}
	throw notFound();
}

/** The topic that helps on a screen, such as `/people/import`, if one does that is for whoever asks. */
export function topicOfScreen(ctx: Ctx, screen: string): string | undefined {
	return topicFor(topicsFor(ctx), screen)?.id;
}

/** Topics by plain words, the best first. */
export function searchHandbook(ctx: Ctx, asked: string, locale: Locale): Hit[] {
	return searchTopics(topicsFor(ctx), asked.slice(0, 200), locale);
}

const topicsFor = (ctx: Ctx) => accessHandbook(ctx, readHandbook()).flatMap(({ topics }) => topics);
