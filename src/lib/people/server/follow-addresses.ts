import type { Subscriber } from '../../platform/events/server/subscribe.ts';
import { readdressMails } from '../../platform/mail/server/retry-mails.ts';
import { reachPeople } from './find-person.ts';

/** When somebody's address changes, mail to them that has not arrived goes to the new one. */
export const mailFollowsAddresses: Subscriber = {
	name: 'mail.follows',
	types: ['people.changed'],
	async apply(ctx, happened) {
		const changed = happened.flatMap((event) => (event.type === 'people.changed' ? event.data.people : []));
		const people = await reachPeople(ctx, [...new Set(changed)]);
		await readdressMails(
			ctx,
			people.map(({ id, email }) => ({ accountId: id, email })),
		);
	},
};
