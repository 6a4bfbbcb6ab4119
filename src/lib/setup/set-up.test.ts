import { describe, expect, it } from 'vitest';
import { canWait, stepIds, stepStates, type SetUpFacts, type StepId } from './set-up.ts';

const nothing: SetUpFacts = {
	mail: { server: false, delivered: false, trouble: false, waiting: 0 },
	people: { here: 1, noEmail: 0, noWayIn: 0, noPlace: 1 },
	sites: { all: 0, open: [] },
	tablets: 0,
	keys: 0,
	looked: false,
	launch: null,
};
const everything: SetUpFacts = {
	mail: { server: true, delivered: true, trouble: false, waiting: 2 },
	people: { here: 412, noEmail: 30, noWayIn: 0, noPlace: 0 },
	sites: { all: 14, open: [] },
	tablets: 3,
	keys: 2,
	looked: true,
	launch: { course: 'stepping-in', asked: 412 },
};
const todo = (facts: SetUpFacts, later: StepId[] = []) => {
	const states = stepStates(facts, new Set(later));
	return stepIds.filter((id) => states[id] === 'todo');
};

describe('the steps of the set-up guide', () => {
	it('are all left when there is nothing but the organization', () => {
		expect(todo(nothing)).toEqual(stepIds.filter((id) => id !== 'organization'));
	});

	it('are done when everything is there', () => {
		expect(todo(everything)).toEqual([]);
	});

	it.each<[StepId, Partial<SetUpFacts>]>([
		['mail', { mail: { server: false, delivered: true, trouble: false, waiting: 0 } }],
		['mail', { mail: { server: true, delivered: false, trouble: false, waiting: 0 } }],
		['mail', { mail: { server: true, delivered: true, trouble: true, waiting: 0 } }],
		['places', { sites: { all: 14, open: [{ id: '1', name: 'Main' }] } }],
		['places', { sites: { all: 0, open: [] } }],
		['sign_in', { people: { here: 412, noEmail: 30, noWayIn: 1, noPlace: 0 } }],
		['notes', { keys: 0 }],
		['course', { looked: false }],
		['launch', { launch: null }],
	])('%s is left for want of one thing', (step, lacks) => {
		expect(todo({ ...everything, ...lacks })).toEqual([step]);
	});

	it('may be set aside, and what is done stays done all the same', () => {
		expect(todo(nothing, [...canWait])).toEqual(['people', 'launch']);
		expect(stepStates(everything, new Set(canWait)).mail).toBe('done');
		expect(stepStates(nothing, new Set(['mail'])).mail).toBe('later');
	});
});
