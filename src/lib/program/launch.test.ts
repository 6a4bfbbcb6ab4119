import { describe, expect, it } from 'vitest';
import { audienceOf, contradictsItself, listedIn, readAudienceForm } from './launch.ts';

const sent = (fields: Record<string, string | string[]>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of [value].flat()) data.append(name, one);
	return readAudienceForm(data);
};

describe('whom a form means', () => {
	it('is everyone when it says nothing, and some by what it says', () => {
		const form = sent({ who: 'some', place: ['US-CA', 'CA'], supervisors: 'yes', hiredFrom: '2026-01-01' });
		expect(form && audienceOf(form, [])).toMatchObject({
			places: [
				{ country: 'US', region: 'CA' },
				{ country: 'CA', region: null },
			],
			supervisors: true,
			hiredFrom: '2026-01-01',
			hiredUntil: null,
			people: null,
		});
		const nothing = sent({});
		expect(nothing && audienceOf(nothing, [])).toMatchObject({ people: null, sites: [] });
	});

	it('is nobody when its list names nobody', () => {
		const form = sent({ who: 'list', list: 'nobody' });
		expect(form && audienceOf(form, [])).toMatchObject({ people: [] });
	});

	it('is unclear when it says everyone and narrows it all the same', () => {
		const unclear: Record<string, string>[] = [
			{ site: 'a' },
			{ list: '1001' },
			{ supervisors: 'no' },
			{ hiredUntil: '2026-01-01' },
		];
		for (const fields of unclear) {
			const form = sent({ who: 'everyone', ...fields });
			expect(form && contradictsItself(form), JSON.stringify(fields)).toBe(true);
		}
		const clear = sent({ who: 'everyone', supervisors: '', list: '' });
		expect(clear && contradictsItself(clear)).toBe(false);
	});

	it('cannot be read from nonsense', () => {
		expect(sent({ who: 'some', place: 'California' })).toBeUndefined();
		expect(sent({ who: 'nobody' })).toBeUndefined();
	});

	it('takes a list as it is pasted, each once', () => {
		expect(listedIn(' 1001\n1002, 1001;a@b.c\t\n')).toEqual(['1001', '1002', 'a@b.c']);
	});
});
