import { m } from '../../paraglide/messages.js';
import type { ProblemReason, RowProblem } from './person-row.ts';

const words: Record<Exclude<ProblemReason, 'manager_circle'>, () => string> = {
	number_missing: m.people_problem_number_missing,
	number_twice: m.people_problem_number_twice,
	number_cut: m.people_problem_number_cut,
	name_missing: m.people_problem_name_missing,
	too_many_cells: m.people_problem_too_many_cells,
	email_broken: m.people_problem_email_broken,
	email_twice: m.people_problem_email_twice,
	language_unknown: m.people_problem_language_unknown,
	date_broken: m.people_problem_date_broken,
	date_ambiguous: m.people_problem_date_ambiguous,
	date_contradicts: m.people_problem_date_contradicts,
	end_before_hire: m.people_problem_end_before_hire,
	rehire_before_hire: m.people_problem_rehire_before_hire,
	leave_ends_before: m.people_problem_leave_ends_before,
	active_but_ended: m.people_problem_active_but_ended,
	manager_unknown: m.people_problem_manager_unknown,
	manager_self: m.people_problem_manager_self,
	manager_several: m.people_problem_manager_several,
	supervisor_unknown: m.people_problem_supervisor_unknown,
	remote_unknown: m.people_problem_remote_unknown,
	home_unknown: m.people_problem_home_unknown,
	worker_type_unknown: m.people_problem_worker_type_unknown,
	status_unknown: m.people_problem_status_unknown,
	share_broken: m.people_problem_share_broken,
	site_contradicts: m.people_problem_site_contradicts,
	lines_contradict: m.people_problem_lines_contradict,
	letters_lost: m.people_problem_letters_lost,
	cell_error: m.people_problem_cell_error,
	quote_stray: m.people_problem_quote_stray,
};

/** What is wrong, in a sentence. */
export function problemWords({ reason, who = [] }: Pick<RowProblem, 'reason' | 'who'>): string {
	return reason === 'manager_circle'
		? m.people_problem_manager_circle({ who: who.join(', ') })
		: words[reason]();
}
