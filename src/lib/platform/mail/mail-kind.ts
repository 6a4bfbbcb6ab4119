/**
 * What a mail is for. `optional`: its reader may say no to such mails for good; what somebody needs in order to sign in,
 * or is asked to do, is not. `urgent`: goes before all others, and is worth nothing when its minutes are over.
 */
export const mailKinds = {
	sign_in: { optional: false, urgent: true, minutes: 30 },
	test: { optional: false, urgent: true, minutes: 60 },
	invitation: { optional: false, urgent: false, minutes: 5 * 24 * 60 },
	reminder: { optional: false, urgent: false, minutes: 5 * 24 * 60 },
	notice: { optional: false, urgent: false, minutes: 5 * 24 * 60 },
	digest: { optional: true, urgent: false, minutes: 24 * 60 },
	news: { optional: true, urgent: false, minutes: 5 * 24 * 60 },
} as const satisfies Record<string, { optional: boolean; urgent: boolean; minutes: number }>;

export type MailKind = keyof typeof mailKinds;
export type OptionalKind = {
	[K in MailKind]: (typeof mailKinds)[K]['optional'] extends true ? K : never;
}[MailKind];
export type RequiredKind = Exclude<MailKind, OptionalKind>;

export const kindNames = Object.keys(mailKinds) as [MailKind, ...MailKind[]];
export const urgentKinds = kindNames.filter((kind) => mailKinds[kind].urgent);
export const optionalKinds = kindNames.filter(isOptionalKind);

export function isOptionalKind(kind: string): kind is OptionalKind {
	return kind in mailKinds && mailKinds[kind as MailKind].optional;
}
