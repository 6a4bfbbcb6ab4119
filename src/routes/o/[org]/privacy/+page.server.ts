import { presentRegister } from '#lib/platform/privacy/present-register.ts';
import type { PageServerLoad } from './$types';

/** What is stored here, for whoever asks: no row is read. */
export const load: PageServerLoad = ({ locals }) => ({
	lines: presentRegister(locals.upstander.data, locals.locale).map(({ tables: _, ...line }) => line),
});
