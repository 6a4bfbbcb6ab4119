import type { PageServerLoad } from './$types';

/** Whether mails leave this installation at all. */
export const load: PageServerLoad = ({ locals }) => ({
	mailServer: locals.upstander.mailer !== undefined && locals.org?.kind !== 'demo',
});
