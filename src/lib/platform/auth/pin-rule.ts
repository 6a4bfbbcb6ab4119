/** Why a PIN cannot be chosen. The words are messages `sign_in_pin_<problem>`. */
export type PinProblem = 'six_digits' | 'differs' | 'easy' | 'own_number';

/**
 * Whether a PIN may be chosen: six digits, typed the same twice, and not one of those that are tried first.
 * @param number one's own badge number
 */
export function pinProblem(wish: { pin: string; again: string }, number: string): PinProblem | undefined {
	const { pin, again } = wish;
	if (!/^[0-9]{6}$/.test(pin)) return 'six_digits';
	if (pin !== again) return 'differs';
	if (isEasy(pin)) return 'easy';
	const digits = number.replace(/\D/g, '');
	const known = digits.length >= 3 && [digits.slice(-6), digits.padStart(6, '0'), digits.padEnd(6, '0')];
	if (known && known.includes(pin)) return 'own_number';
	return undefined;
}

/** One digit, two or three repeated, or a run up or down: 000000, 121212, 123123, 123456, 987654. */
function isEasy(pin: string): boolean {
	if (/^(\d{1,3})\1+$/.test(pin)) return true;
	if (/^(\d)\1\1(\d)\2\2$/.test(pin)) return true;
	return ['01234567890123456789', '98765432109876543210'].some((run) => run.includes(pin));
}
