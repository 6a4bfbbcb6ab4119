import type { WorkerType } from '../people/fact.ts';
import type { Locale, Role } from '../platform/context.ts';
import type { Home } from './places.ts';

/** Somebody who appears in tests, demo, screenshots and manual, always with the same name and part. */
export interface CastMember {
	readonly number: string;
	readonly name: string;
	readonly part:
		| 'learner'
		| 'warehouse'
		| 'admin'
		| 'handler'
		| 'handler2'
		| 'manager'
		| 'executive'
		| 'director'
		| 'nightNurse'
		| 'kitchen'
		| 'contractor'
		| 'remote';
	readonly title: string;
	/** Where in their department they stand. */
	readonly rank: 'executive' | 'director' | 'head' | 'lead' | 'staff';
	readonly email: string | null;
	readonly language: Locale;
	readonly department: string;
	readonly site: string;
	readonly workerType: WorkerType;
	readonly hiredOn: string;
	/** Instead of all their days at the site. */
	readonly home?: Home;
	readonly night?: true;
	readonly roles: readonly Role[];
}

/** The organization of the cast. All of it is invented. */
export const demoName = 'Aldervale Care';

const usual = { workerType: 'employee', roles: [] } as const;

export const cast: readonly CastMember[] = [
	{
		...usual,
		number: '1001',
		name: 'Priya Raman',
		part: 'learner',
		title: 'Registered nurse',
		rank: 'staff',
		email: 'priya.raman@aldervale.example',
		language: 'en',
		department: 'Nursing',
		site: 'Alder Street Hospital',
		hiredOn: '2021-03-01',
	},
	{
		...usual,
		number: '1002',
		name: 'Samuel Ortiz',
		part: 'manager',
		title: 'Charge nurse',
		rank: 'lead',
		email: 'samuel.ortiz@aldervale.example',
		language: 'en',
		department: 'Nursing',
		site: 'Alder Street Hospital',
		hiredOn: '2017-06-12',
	},
	{
		...usual,
		number: '1003',
		name: 'Lucía Fuentes',
		part: 'warehouse',
		title: 'Supply clerk',
		rank: 'staff',
		email: 'lucia.fuentes@aldervale.example',
		language: 'es',
		department: 'Supply',
		site: 'Central Kitchen and Laundry',
		hiredOn: '2022-08-22',
	},
	{
		...usual,
		number: '1004',
		name: 'Ruth Adeyemi',
		part: 'admin',
		title: 'Chief people officer',
		rank: 'head',
		email: 'ruth.adeyemi@aldervale.example',
		language: 'en',
		department: 'People office',
		site: 'Alder Street Hospital',
		roles: ['program_admin'],
		hiredOn: '2016-01-11',
	},
	{
		...usual,
		number: '1005',
		name: 'Daniel Weiss',
		part: 'handler',
		title: 'People partner',
		rank: 'staff',
		email: 'daniel.weiss@aldervale.example',
		language: 'en',
		department: 'People office',
		site: 'Alder Street Hospital',
		roles: ['handler'],
		hiredOn: '2019-09-03',
	},
	{
		...usual,
		number: '1006',
		name: 'Mónica Salas',
		part: 'handler2',
		title: 'Counsel',
		rank: 'staff',
		email: 'monica.salas@aldervale.example',
		language: 'es',
		department: 'Outside counsel',
		site: 'Bayview Home Care',
		roles: ['handler'],
		hiredOn: '2023-02-06',
		workerType: 'contractor',
	},
	{
		...usual,
		number: '1007',
		name: 'Evelyn Marchetti',
		part: 'executive',
		title: 'Chief executive officer',
		rank: 'executive',
		email: 'evelyn.marchetti@aldervale.example',
		language: 'en',
		department: 'Executive office',
		site: 'Alder Street Hospital',
		hiredOn: '2015-04-06',
	},
	{
		...usual,
		number: '1008',
		name: 'Colette Lavallee',
		part: 'director',
		title: 'Site director',
		rank: 'director',
		email: 'colette.lavallee@aldervale.example',
		language: 'en',
		department: 'Executive office',
		site: 'Maple Court Care',
		hiredOn: '2020-02-03',
	},
	{
		...usual,
		number: '1009',
		name: 'Thandiwe Nkosi',
		part: 'nightNurse',
		title: 'Night float nurse',
		rank: 'staff',
		email: 'thandiwe.nkosi@aldervale.example',
		language: 'en',
		department: 'Float pool',
		site: 'Alder Street Hospital',
		hiredOn: '2022-05-16',
		night: true,
	},
	{
		...usual,
		number: '1010',
		name: 'Tomás Quispe',
		part: 'kitchen',
		title: 'Food service worker',
		rank: 'staff',
		email: null,
		language: 'es',
		department: 'Kitchen',
		site: 'Central Kitchen and Laundry',
		hiredOn: '2023-10-09',
	},
	{
		...usual,
		number: '1011',
		name: 'Kenji Moriyasu',
		part: 'contractor',
		title: 'Systems engineer',
		rank: 'staff',
		email: 'kenji.moriyasu@aldervale.example',
		language: 'en',
		department: 'IT',
		site: 'Alder Street Hospital',
		hiredOn: '2024-03-18',
		workerType: 'contractor',
	},
	{
		...usual,
		number: '1012',
		name: 'Hannah Ekberg',
		part: 'remote',
		title: 'Billing specialist',
		rank: 'staff',
		email: 'hannah.ekberg@aldervale.example',
		language: 'en',
		department: 'Finance',
		site: 'Alder Street Hospital',
		hiredOn: '2021-11-01',
		home: { country: 'US', region: 'TX', city: 'Austin' },
	},
];
