import { m } from '#lib/paraglide/messages.js';
import type { Role } from '../platform/context.ts';

/** Roles that open pages today; the others can be given already, and wait for theirs. */
export const rolesWithPages: readonly Role[] = ['program_admin', 'handler'];

const words: Record<Role, { title: () => string; opens: () => string }> = {
	program_admin: { title: m.people_role_program_admin, opens: m.people_role_program_admin_opens },
	leader: { title: m.people_role_leader, opens: m.people_role_leader_opens },
	expert: { title: m.people_role_expert, opens: m.people_role_expert_opens },
	handler: { title: m.people_role_handler, opens: m.people_role_handler_opens },
	investigator: { title: m.people_role_investigator, opens: m.people_role_investigator_opens },
	coach: { title: m.people_role_coach, opens: m.people_role_coach_opens },
	auditor: { title: m.people_role_auditor, opens: m.people_role_auditor_opens },
	facilitator: { title: m.people_role_facilitator, opens: m.people_role_facilitator_opens },
	author: { title: m.people_role_author, opens: m.people_role_author_opens },
	interpreter: { title: m.people_role_interpreter, opens: m.people_role_interpreter_opens },
	representative: { title: m.people_role_representative, opens: m.people_role_representative_opens },
	custodian: { title: m.people_role_custodian, opens: m.people_role_custodian_opens },
	counsel: { title: m.people_role_counsel, opens: m.people_role_counsel_opens },
};

/** What a role is called, in the reader's language. */
export const roleTitle = (role: Role) => words[role].title();

/** The one door that it opens, in a sentence. */
export const roleOpens = (role: Role) => words[role].opens();
