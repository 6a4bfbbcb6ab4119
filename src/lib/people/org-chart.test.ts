import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orgChart, type Charted, type ChartNode } from './org-chart.ts';

const someone = (id: string, managerId: string | null, left = false): Charted => ({
	id,
	name: id,
	jobTitle: null,
	managerId,
	left,
});
const company = [
	someone('top', null),
	someone('east', 'top'),
	someone('west', 'top'),
	someone('nurse', 'east'),
	someone('cook', 'east'),
	someone('night', 'nurse'),
	someone('hermit', null),
];
const ids = (nodes: readonly ChartNode[]): string[] =>
	nodes.flatMap((node) => [node.id, ...ids(node.children)]);

describe('who reports to whom', () => {
	it('is told from the top, with how many are below', () => {
		const chart = orgChart(company, null, 100);
		expect(chart).toMatchObject({ depth: 4, alone: 1, people: 6 });
		expect(chart.roots).toMatchObject([
			{
				id: 'top',
				reports: 2,
				below: 5,
				children: [
					{ id: 'east', below: 3 },
					{ id: 'west', below: 0 },
				],
			},
		]);
		expect(ids(chart.roots)).toHaveLength(6);
	});

	it('is cut off level by level, and goes on from whom it was cut at', () => {
		const chart = orgChart(company, null, 4);
		expect(ids(chart.roots)).toEqual(['top', 'east', 'west']);
		expect(chart.roots[0]?.children[0]).toMatchObject({ id: 'east', reports: 2, children: [] });
		expect(ids(orgChart(company, 'east', 100).roots)).toEqual(['east', 'nurse', 'night', 'cook']);
		expect(ids(orgChart(company, 'east', 1).roots)).toEqual(['east']);
	});

	it('keeps those who have left only above those who work here', () => {
		const people = [
			...company,
			someone('gone', null, true),
			someone('orphan', 'gone'),
			someone('ended', 'west', true),
		];
		const chart = orgChart(people, null, 100);
		expect(ids(chart.roots)).toContain('orphan');
		expect(ids(chart.roots)).not.toContain('ended');
		expect(chart.roots.find(({ id }) => id === 'gone')).toMatchObject({ left: true, below: 1 });
		expect(ids(chart.roots).includes('ended')).toBe(false);
	});

	it('has everyone in it once, whatever the past left behind', () => {
		const managers = fc.array(fc.option(fc.nat(20), { nil: null }), { minLength: 1, maxLength: 21 });
		fc.assert(
			fc.property(managers, (wishes) => {
				const people = wishes.map((manager, index) =>
					someone(String(index), manager === null ? null : String(manager)),
				);
				const chart = orgChart(people, null, 1000);
				const shown = ids(chart.roots);
				expect(new Set(shown).size).toBe(shown.length);
				expect(shown.length + chart.alone).toBe(people.length);
				expect(chart.people).toBe(shown.length);
			}),
		);
	});
});
