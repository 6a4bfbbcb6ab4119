import { notFound } from '#lib/platform/errors/errors.ts';
import { isLocale } from '#lib/platform/i18n/locale.ts';
import type { LayoutServerLoad } from './$types';

/** Every page of an organization: that it exists, and its name. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	const { org, locale } = locals;
	if (!org) throw notFound();
	const asked = url.searchParams.get('lang');
	return {
		org: { slug: org.slug, name: org.name, demo: org.kind === 'demo' },
		locale,
		lang: isLocale(asked) ? `?lang=${asked}` : '',
	};
};
