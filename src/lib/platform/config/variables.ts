import * as v from 'valibot';

const port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'must be a whole number'),
	v.transform(Number),
	v.maxValue(65535, 'must be at most 65535'),
);
const postgresUrl = v.pipe(
	v.string(),
	v.regex(/^postgres(ql)?:\/\/[^\s]+$/, 'must look like postgres://user:password@host:5432/database'),
	v.check(
		(url) => URL.canParse(url) && new URL(url).username !== '',
		'must look like postgres://user:password@host:5432/database; write special characters of a password as %XX',
	),
);
const count = (most: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,6}$/, 'must be a whole number'),
		v.transform(Number),
		v.minValue(1, 'must be at least 1'),
		v.maxValue(most, `must be at most ${most}`),
	);
const yesNo = v.pipe(
	v.picklist(['yes', 'no'], 'must be yes or no'),
	v.transform((answer) => answer === 'yes'),
);
const webAddress = v.pipe(
	v.string(),
	v.regex(/^https?:\/\/[^/\s]+$/, 'must look like https://learn.example.org, without a path'),
);

/**
 * Every setting that Upstander reads from the environment: what it is for, in one sentence, and what it may
 * be. `docs/operate.md` lists them from here. Each may also be given as `NAME_FILE`, the path of a file that
 * holds the value, which is how secrets are mounted.
 */
export const variables = {
	PORT: {
		about: 'Port to listen on. Without it: 3000, or the next free one.',
		schema: v.optional(port),
	},
	HOST: {
		about: 'Address to listen on. Without it: every address of this machine.',
		schema: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
	},
	DATA_DIR: {
		about: 'Folder that holds the private PostgreSQL, its secrets and its log.',
		schema: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), './data'),
	},
	DATABASE_URL: {
		about:
			'PostgreSQL 15 or newer, as the role that serves pages: it owns nothing and cannot bypass row-level security. Without it: a private PostgreSQL under DATA_DIR.',
		schema: v.optional(postgresUrl),
	},
	DATABASE_OWNER_URL: {
		about:
			'The same database as the role that owns the tables; used only while starting, to bring the schema up to date.',
		schema: v.optional(postgresUrl),
	},
	DATABASE_POOL: {
		about: 'How many connections one process may hold to the database.',
		schema: v.optional(v.pipe(port, v.minValue(2, 'must be at least 2')), '20'),
	},
	PUBLIC_URL: {
		about: 'Address under which people reach Upstander; links in mails begin with it.',
		schema: v.optional(webAddress),
	},
	TRUST_PROXY: {
		about:
			'yes, if a reverse proxy stands in front and sets X-Forwarded-Proto and X-Forwarded-For; otherwise these headers are ignored.',
		schema: v.optional(yesNo, 'no'),
	},
	SMTP_URL: {
		about:
			'Mail server, such as smtps://user:password@mail.example.org. Without it, mails wait on the outbox page.',
		schema: v.optional(
			v.pipe(v.string(), v.regex(/^smtps?:\/\/[^\s]+$/, 'must look like smtps://user:password@host:465')),
		),
	},
	MAIL_FROM: {
		about: 'Sender of every mail.',
		schema: v.optional(
			v.pipe(v.string(), v.regex(/@/, 'must hold an e-mail address')),
			'Upstander <upstander@localhost>',
		),
	},
	DEMO_PEOPLE: {
		about: 'How many people the demo organization is built with.',
		schema: v.optional(
			v.pipe(
				v.string(),
				v.regex(/^\d{1,5}$/, 'must be a whole number'),
				v.transform(Number),
				v.minValue(100, 'must be at least 100'),
				v.maxValue(20_000, 'must be at most 20000'),
			),
			'3000',
		),
	},
	METRICS_TOKEN: {
		about:
			'Secret of at least 16 characters; who sends it as "Authorization: Bearer" reads /metrics. Without it there is no such address.',
		schema: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
	},
	MAIL_PER_MINUTE: {
		about: 'How many mails the mail server may be given in a minute, by all processes together.',
		schema: v.optional(count(100_000), '300'),
	},
	MAIL_CONNECTIONS: {
		about: 'How many connections one process may hold to the mail server.',
		schema: v.optional(count(20), '2'),
	},
	LOG_LEVEL: {
		about: 'How much to log: error, warn, info or debug.',
		schema: v.optional(
			v.picklist(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
			'info',
		),
	},
} as const;

export type VariableName = keyof typeof variables;
