import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { once } from '../../platform/db/server/once.ts';
import type { Choice } from '../set-up.ts';
import { accessSetUp } from './access.ts';
import { setUpChoice } from './schema.ts';

/** Sets a step of the guide aside, or takes it up again. Sent twice, it is one choice. */
export async function chooseStep(ctx: Ctx, { key, step, choice }: Choice): Promise<void> {
	const me = accessSetUp(ctx, 'choose');
	await once(ctx, key, 'set_up.choose', async () => {
		const id = uuidv7();
		await ctx.tx
			.insert(setUpChoice)
			.values({ orgId: ctx.org.id, id, step, choice, at: ctx.now, by: me.accountId });
		return id;
	});
}
