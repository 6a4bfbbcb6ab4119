import { describe, expect, it } from 'vitest';
import { pinProblem } from './pin-rule.ts';

const problem = (pin: string, number = '1003', again = pin) => pinProblem({ pin, again }, number);

describe('a PIN', () => {
	it.each(['270461', '802915', '100301', '999998'])('may be %s', (pin) =>
		expect(problem(pin)).toBeUndefined(),
	);

	it.each(['', '12345', '1234567', '12345a', ' 270461', '２７０４６１', '270461\n', '27046١'])(
		'has six digits and nothing else, unlike %j',
		(pin) => expect(problem(pin)).toBe('six_digits'),
	);

	it.each([
		'000000',
		'999999',
		'121212',
		'707070',
		'123123',
		'123456',
		'654321',
		'456789',
		'890123',
		'111222',
	])('is not one that is tried first: %s', (pin) => expect(problem(pin)).toBe('easy'));

	it.each([
		['270461', '270461'],
		['270461', 'E-270461'],
		['270461', '99270461'],
		['001003', '1003'],
		['100300', '1003'],
	])('is not %s for badge %s', (pin, number) => expect(problem(pin, number)).toBe('own_number'));

	it('is typed the same twice', () => expect(problem('270461', '1003', '270462')).toBe('differs'));
});
