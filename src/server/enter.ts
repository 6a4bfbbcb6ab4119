import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor, Locale, Org } from '../lib/platform/context.ts';
import { findSession, stayAwake, type SignedIn } from '../lib/platform/auth/server/session.ts';
import { awakeSeconds, isTabletToken } from '../lib/platform/auth/tablet-session.ts';
import { ExpectedError, notFound } from '../lib/platform/errors/errors.ts';
import { chooseLocale } from '../lib/platform/i18n/locale.ts';
import { findOrgBySlug } from '../lib/platform/org/server/find-org.ts';
import type { Platform } from '../lib/platform/platform.ts';
import { sessionCookie, tabletPath } from './session-cookie.ts';

type Visitor = Omit<App.Locals, 'upstander'>;

const nobody: Actor = { kind: 'nobody' };

/**
 * Finds out where a request goes and who sends it. Three ways, and only one of them looks at a cookie:
 * `/o/<slug>/app/…` is for people who signed in; everything else under `/o/<slug>`, speaking up above all, is
 * entered by nobody; the rest belongs to the installation.
 */
export async function enter(upstander: Platform, event: RequestEvent): Promise<Visitor> {
	const [, first, slug, branch] = event.url.pathname.split('/');
	if (first !== 'o' || !slug) return asNobody(upstander, event, undefined);
	const org = await knownOrg(upstander, slug);
	if (!org) return { ...asNobody(upstander, event, undefined), ...absent };
	return branch === 'app' ? signedIn(upstander, event, org) : asNobody(upstander, event, org);
}

/** The organization of the path does not exist: whatever the page wants of it, is not found. */
const absent = {
	act: () => Promise.reject(notFound()),
};

function asNobody(upstander: Platform, event: RequestEvent, org: Org | undefined): Visitor {
	const asked = event.url.searchParams.get('lang');
	const locale = chooseLocale(asked, event.request.headers.get('accept-language'), org?.language ?? 'en');
	return visitor(upstander, org, nobody, locale);
}

async function signedIn(upstander: Platform, event: RequestEvent, org: Org): Promise<Visitor> {
	const token = event.cookies.get(sessionCookie);
	const found = token ? await findSession(upstander.db, org.id, token, upstander.now()) : undefined;
	if (!found) {
		const left = asNobody(upstander, event, org);
		return isTabletToken(token) ? { ...left, act: () => toBadgeForm(org, left.locale) } : left;
	}
	await noteAwake(upstander, org, found);
	return visitor(upstander, org, found.actor, found.language);
}

/** On a shared tablet, whoever comes after the session is over begins with a badge, whatever they pressed. */
async function toBadgeForm(org: Org, locale: Locale): Promise<never> {
	redirect(303, `${tabletPath(org)}?lang=${locale}`);
}

/** On a shared tablet: that somebody is still there, once a minute. Everywhere else nothing is noted. */
async function noteAwake({ db, now }: Platform, org: Org, { actor, seenAt }: SignedIn): Promise<void> {
	const moment = now();
	if (!seenAt || moment.getTime() - seenAt.getTime() < awakeSeconds * 1000) return;
	await stayAwake(db, org.id, actor.sessionId, moment);
}

function visitor(upstander: Platform, org: Org | undefined, actor: Actor, locale: Locale): Visitor {
	return {
		org,
		actor,
		locale,
		act: (work) => {
			if (!org) return Promise.reject(new ExpectedError('not_found'));
			return upstander.act(org, actor, work);
		},
	};
}

/** Organizations by slug. Name, kind and slug never change, so what was found may be kept. */
const known = new Map<string, Org>();

async function knownOrg(upstander: Platform, slug: string): Promise<Org | undefined> {
	const kept = known.get(slug);
	if (kept) return kept;
	const found = await upstander.db.global((tx) => findOrgBySlug(tx, slug));
	if (found) known.set(slug, found);
	return found;
}
