import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleClosedBy, managerCycles } from './manager-cycle.ts';

const reports = (pairs: Record<string, string | null>) => new Map(Object.entries(pairs));

describe('the circles of reporting', () => {
	it('are found wherever one begins to look', () => {
		const managerOf = reports({
			nurse: 'charge',
			charge: 'director',
			director: 'nurse',
			cook: 'nurse',
			top: null,
		});
		expect(managerCycles(managerOf)).toEqual([['nurse', 'charge', 'director']]);
		expect(managerCycles(new Map([...managerOf].reverse()))).toHaveLength(1);
	});

	it('may be of one, and may be several', () => {
		expect(managerCycles(reports({ a: 'a', b: 'c', c: 'b', d: 'a' }))).toEqual([['a'], ['b', 'c']]);
	});

	it('do not come of a manager whom nobody knows', () => {
		expect(managerCycles(reports({ a: 'gone', b: 'a' }))).toEqual([]);
	});

	it('are as many as must be cut for everyone to have a top', () => {
		const people = fc.array(fc.option(fc.nat(30), { nil: null }), { minLength: 1, maxLength: 31 });
		fc.assert(
			fc.property(people, (managers) => {
				const managerOf = new Map(
					managers.map((manager, index) => [String(index), manager === null ? null : String(manager)]),
				);
				const cycles = managerCycles(managerOf);
				const met = cycles.flat();
				expect(new Set(met).size).toBe(met.length);
				for (const cycle of cycles) {
					cycle.forEach((id, index) => {
						expect(managerOf.get(id)).toBe(cycle[(index + 1) % cycle.length]);
					});
					managerOf.set(cycle[0] ?? '', null);
				}
				expect(managerCycles(managerOf)).toEqual([]);
			}),
		);
	});

	it('are foreseen before a manager is set, exactly when there would be one', () => {
		const pairs = fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 40 });
		fc.assert(
			fc.property(pairs, (wishes) => {
				const managerOf = new Map<string, string>();
				for (const [person, manager] of wishes.map((pair) => pair.map(String))) {
					const circle = cycleClosedBy(managerOf, person ?? '', manager ?? '');
					const after = new Map(managerOf).set(person ?? '', manager ?? '');
					expect(managerCycles(after)).toHaveLength(circle ? 1 : 0);
					if (circle) expect(new Set(circle)).toEqual(new Set(managerCycles(after)[0]));
					else managerOf.set(person ?? '', manager ?? '');
				}
			}),
		);
	});
});
