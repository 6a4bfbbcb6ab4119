import type { Locale, Role } from '../platform/context.ts';

/** Somebody who appears in tests, demo, screenshots and manual, always with the same name and part. */
export interface CastMember {
	readonly number: string;
	readonly name: string;
	readonly part: 'learner' | 'warehouse' | 'admin' | 'handler' | 'handler2' | 'manager';
	readonly email: string | null;
	readonly language: Locale;
	readonly department: string;
	readonly site: string;
	readonly manager: string | null;
	readonly roles: readonly Role[];
}

/** The organization of the cast. All of it is invented. */
export const demoName = 'Aldervale Care';

export const cast: readonly CastMember[] = [
	{
		number: '1001',
		name: 'Priya Raman',
		part: 'learner',
		email: 'priya.raman@aldervale.example',
		language: 'en',
		department: 'Nursing',
		site: 'Alder Street Hospital',
		manager: '1002',
		roles: [],
	},
	{
		number: '1002',
		name: 'Samuel Ortiz',
		part: 'manager',
		email: 'samuel.ortiz@aldervale.example',
		language: 'en',
		department: 'Nursing',
		site: 'Alder Street Hospital',
		manager: '1004',
		roles: [],
	},
	{
		number: '1003',
		name: 'Lucía Fuentes',
		part: 'warehouse',
		email: 'lucia.fuentes@aldervale.example',
		language: 'es',
		department: 'Supply',
		site: 'Central Kitchen and Laundry',
		manager: '1004',
		roles: [],
	},
	{
		number: '1004',
		name: 'Ruth Adeyemi',
		part: 'admin',
		email: 'ruth.adeyemi@aldervale.example',
		language: 'en',
		department: 'People office',
		site: 'Alder Street Hospital',
		manager: null,
		roles: ['program_admin'],
	},
	{
		number: '1005',
		name: 'Daniel Weiss',
		part: 'handler',
		email: 'daniel.weiss@aldervale.example',
		language: 'en',
		department: 'People office',
		site: 'Alder Street Hospital',
		manager: '1004',
		roles: ['handler'],
	},
	{
		number: '1006',
		name: 'Mónica Salas',
		part: 'handler2',
		email: 'monica.salas@aldervale.example',
		language: 'es',
		department: 'Outside counsel',
		site: 'Bayview Home Care',
		manager: null,
		roles: ['handler'],
	},
];
