import type { Locale } from '../../../src/lib/platform/context.ts';
import type { CastMember } from '../../../src/lib/demo/cast.ts';
import { makeKey, wrapWithPassphrase } from '../../../src/lib/platform/sealing/handler-key.ts';
import type { RunningApp } from '../../harness/app.ts';
import { openDemo } from '../../harness/demo.ts';
import { castMember } from './cast.ts';
import { inspect } from './inspect.ts';
import { sendForm, sessionOf } from './send-form.ts';

/** A demo in which every page has something to show: a key, a note, an import that waits, mails that wait. */
export interface DemoSite {
	readonly door: string;
	/** By the name in the folder of a page, such as `import`. */
	readonly ids: Readonly<
		Record<
			| 'import'
			| 'mail'
			| 'enrollment'
			| 'token'
			| 'code'
			| 'course'
			| 'step'
			| 'person'
			| 'topic'
			| 'correction'
			| 'erasure'
			| 'hold'
			| 'kind'
			| 'fact'
			| 'one'
			| 'other'
			| 'site'
			| 'otherSite'
			| 'department'
			| 'otherDepartment'
			| 'leader',
			string
		>
	>;
	/** A session of somebody of the cast, as the value of a `Cookie` header, in this language. */
	session(part: CastMember['part'], language: Locale): Promise<string>;
	/** A session of somebody who has completed the course, and their enrollment. */
	finisher(language: Locale): Promise<{ session: string; enrollment: string }>;
}

export async function openDemoSite(app: RunningApp): Promise<DemoSite> {
	const { url } = app;
	const door = await openDemo(url);
	const home = `${url}${door}/app`;
	const speaking = (session: string, language: Locale) =>
		sendForm(`${home}/account/language`, { language }, session);
	const session: DemoSite['session'] = async (part, language) => {
		const became = await sendForm(`${url}${door}/cast`, { number: castMember(part).number });
		await speaking(sessionOf(became), language);
		return sessionOf(became);
	};

	const admin = await session('admin', 'en');
	const file = new File(['Number,Name\n1001,Priya R. Raman\n,Nobody\n2001,Zoe Lane'], 'people.csv');
	const staged = await sendForm(`${home}/people/import`, { key: crypto.randomUUID(), file }, admin);
	const { identity, recipient } = await makeKey();
	const wrapped = await wrapWithPassphrase(identity, 'four words that do not rhyme');
	const form = { key: crypto.randomUUID(), recipient, wrapped, wrappedBy: 'passphrase' };
	await sendForm(`${home}/keys`, form, await session('handler', 'en'));
	await sendForm(`${url}${door}/speak-up`, {
		key: crypto.randomUUID(),
		words: 'On the night shift.',
		sealed: '',
	});
	const asLearner = await session('learner', 'en');
	const wrong = { key: crypto.randomUUID(), words: 'My first day was a Monday.' };
	await sendForm(`${home}/account/data/correction`, wrong, asLearner);
	await sendForm(`${home}/account/data/erasure`, { key: crypto.randomUUID() }, asLearner);
	const hold = { key: crypto.randomUUID(), number: castMember('manager').number, reason: 'A claim.' };
	await sendForm(`${home}/data/holds`, hold, admin);
	const [asked] = await inspect<Record<'correction' | 'erasure' | 'hold', string>>(
		app,
		`select c.id as correction, e.id as erasure, h.id as hold from correction_request c, erasure e, legal_hold h`,
	);
	const [learner] = await inspect<{ id: string }>(
		app,
		`select e.id from enrollment e join person p on p.org_id = e.org_id and p.id = e.account_id where p.number = $1`,
		[castMember('learner').number],
	);
	const [person] = await inspect<{ id: string }>(app, 'select id from person where number = $1', [
		castMember('warehouse').number,
	]);
	const [leader] = await inspect<{ id: string }>(app, 'select id from person where number = $1', [
		castMember('manager').number,
	]);
	const [done] = await inspect<{ enrollment: string; email: string }>(
		app,
		`select e.id as enrollment, p.email from completion c
			join enrollment e on e.org_id = c.org_id and e.id = c.enrollment_id
			join person p on p.org_id = e.org_id and p.id = e.account_id where p.email is not null limit 1`,
	);
	const askForLink = async (email: string) => {
		await sendForm(`${url}${door}`, { email });
		const [mail] = await inspect<{ id: string; body: string }>(
			app,
			'select id, body from mail where recipient = $1 order by created_at desc limit 1',
			[email],
		);
		return { mail: mail?.id ?? '', link: /https?:\S+/.exec(mail?.body ?? '')?.[0] ?? '' };
	};
	type Desk = Record<
		'fact' | 'one' | 'other' | 'site' | 'otherSite' | 'department' | 'otherDepartment',
		string
	>;
	const [desk] = await inspect<Desk>(
		app,
		`select f.id as fact, o.id as one, t.id as other,
				(select id from site where org_id = p.org_id order by name limit 1) as site,
				(select id from site where org_id = p.org_id order by name desc limit 1) as "otherSite",
				(select id from department where org_id = p.org_id order by name limit 1) as department,
				(select id from department where org_id = p.org_id order by name desc limit 1) as "otherDepartment"
			from person p join person_fact f on f.org_id = p.org_id and f.person_id = p.id and f.kind = 'workPlaces'
			join person o on o.org_id = p.org_id and o.number = '1150' join person t on t.org_id = p.org_id and t.number = '1151'
			where p.id = $1 limit 1`,
		[person?.id],
	);
	const { mail, link } = await askForLink(castMember('manager').email ?? '');
	const token = link.split('/').at(-1) ?? '';
	// As if this mail were one that its reader may do without: the same token opens the page that stops such mails.
	await inspect(
		app,
		`update mail set kind = 'news', stop_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex') where id = $2`,
		[token, mail],
	);
	return {
		door,
		ids: {
			import: staged.headers.get('location')?.split('/').at(-1) ?? '',
			mail,
			enrollment: learner?.id ?? '',
			token,
			code: '7K2M-QX4D-9TPA',
			person: person?.id ?? '',
			correction: asked?.correction ?? '',
			erasure: asked?.erasure ?? '',
			hold: asked?.hold ?? '',
			leader: leader?.id ?? '',
			course: 'stepping-in',
			step: 'break-table',
			topic: 'launch',
			kind: 'workPlaces',
			...(desk as Desk),
		},
		session,
		async finisher(language) {
			const { link } = await askForLink(done?.email ?? '');
			const signedIn = sessionOf(await sendForm(link, {}));
			await speaking(signedIn, language);
			return { session: signedIn, enrollment: done?.enrollment ?? '' };
		},
	};
}
