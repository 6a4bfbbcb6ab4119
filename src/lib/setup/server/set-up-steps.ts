import { sql } from 'drizzle-orm';
import { hasLooked } from '../../learning/server/look-at-course.ts';
import { countForSetUp } from '../../people/server/count-for-set-up.ts';
import { listTablets } from '../../platform/auth/server/shared-tablet.ts';
import { accessOwnAccount } from '../../platform/auth/server/session.ts';
import type { Ctx } from '../../platform/context.ts';
import { mailSoFar } from '../../platform/mail/server/mail-so-far.ts';
import { listRecipients } from '../../platform/sealing/server/list-keys.ts';
import { firstLaunch, isLaunched } from '../../program/server/first-launch.ts';
import { stepIds, stepStates, type SetUpFacts, type StepId, type StepState } from '../set-up.ts';
import { accessSetUp } from './access.ts';

export interface SetUp {
	readonly facts: SetUpFacts;
	readonly steps: readonly { readonly id: StepId; readonly state: StepState }[];
	/** How many are neither done nor set aside. */
	readonly left: number;
}

/**
 * The set-up guide as it stands: every step by what is there.
 * @param mailServer whether the installation has a mail server
 */
export async function setUpSteps(ctx: Ctx, mailServer: boolean): Promise<SetUp> {
	accessSetUp(ctx, 'see');
	const [mail, counted, tablets, keys, looked, launch, setAside] = await Promise.all([
		mailSoFar(ctx),
		countForSetUp(ctx),
		listTablets(ctx),
		listRecipients(ctx),
		hasLooked(ctx),
		firstLaunch(ctx),
		stepsSetAside(ctx),
	]);
	const facts: SetUpFacts = {
		mail: { server: mailServer, ...mail },
		...counted,
		tablets: tablets.length,
		keys: keys.length,
		looked,
		launch,
	};
	const states = stepStates(facts, setAside);
	const steps = stepIds.map((id) => ({ id, state: states[id] }));
	return { facts, steps, left: steps.filter(({ state }) => state === 'todo').length };
}

/** Whether whoever asks should be led to the guide: they run the program, and nothing has been launched yet. */
export async function leadsToSetUp(ctx: Ctx): Promise<boolean> {
	if (!accessOwnAccount(ctx).roles.has('program_admin')) return false;
	return !(await isLaunched(ctx));
}

async function stepsSetAside(ctx: Ctx): Promise<Set<StepId>> {
	const { rows } = await ctx.tx.execute<{ step: StepId; choice: string }>(sql`
		select distinct on (step) step, choice from set_up_choice where org_id = ${ctx.org.id}
		order by step, at desc, id desc`);
	return new Set(rows.filter(({ choice }) => choice === 'later').map(({ step }) => step));
}
