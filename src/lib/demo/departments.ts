import type { SiteKind } from './places.ts';

export interface Job {
	readonly weight: number;
	readonly title: string;
	/** What it is called at night; without it nobody does it at night. */
	readonly night?: string;
	/** What one may become without directing others. */
	readonly next?: string;
}

export interface PlannedDepartment {
	readonly name: string;
	/** Directs the department of one site. */
	readonly head: string;
	/** Directs a team of about a dozen. */
	readonly lead: string;
	readonly jobs: readonly Job[];
	/** Of those whose job is done at night, how many do it then. */
	readonly nights: number;
	/** How many have no e-mail address of the organization. */
	readonly withoutEmail: number;
	/** How many work from home. */
	readonly remote: number;
}

const department = (
	name: string,
	head: string,
	lead: string,
	jobs: readonly (readonly [weight: number, title: string, night?: string | null, next?: string])[],
	{ nights = 0, withoutEmail = 0.01, remote = 0 } = {},
): PlannedDepartment => ({
	name,
	head,
	lead,
	jobs: jobs.map(([weight, title, night, next]) => ({
		weight,
		title,
		...(night ? { night } : {}),
		...(next ? { next } : {}),
	})),
	nights,
	withoutEmail,
	remote,
});

export const plannedDepartments: readonly PlannedDepartment[] = [
	department(
		'Nursing',
		'Nurse manager',
		'Charge nurse',
		[
			[5, 'Registered nurse', 'Night nurse', 'Clinical nurse specialist'],
			[2, 'Licensed practical nurse', 'Night practical nurse', 'Registered nurse'],
			[4, 'Nursing assistant', 'Night nursing assistant', 'Patient care technician'],
			[1, 'Patient care technician'],
		],
		{ nights: 0.3, withoutEmail: 0.04 },
	),
	department(
		'Emergency',
		'Emergency nurse manager',
		'Emergency charge nurse',
		[
			[6, 'Emergency nurse', 'Night emergency nurse', 'Trauma nurse'],
			[2, 'Emergency technician', 'Night emergency technician', 'Paramedic'],
			[1, 'Patient registrar', 'Night patient registrar'],
		],
		{ nights: 0.35 },
	),
	department('Surgery', 'Perioperative manager', 'Operating room charge nurse', [
		[4, 'Operating room nurse', null, 'First assistant'],
		[3, 'Surgical technologist', null, 'Lead surgical technologist'],
		[1, 'Sterile processing technician'],
	]),
	department('Therapy', 'Therapy manager', 'Senior therapist', [
		[4, 'Physical therapist', null, 'Clinical specialist, physical therapy'],
		[3, 'Occupational therapist', null, 'Clinical specialist, occupational therapy'],
		[1, 'Speech therapist'],
		[2, 'Therapy aide', null, 'Therapy assistant'],
	]),
	department(
		'Pharmacy',
		'Pharmacy manager',
		'Lead pharmacist',
		[
			[2, 'Pharmacist', 'Night pharmacist', 'Clinical pharmacist'],
			[3, 'Pharmacy technician', null, 'Senior pharmacy technician'],
		],
		{ nights: 0.2 },
	),
	department(
		'Laboratory',
		'Laboratory manager',
		'Lead laboratory scientist',
		[
			[3, 'Laboratory scientist', 'Night laboratory scientist', 'Senior laboratory scientist'],
			[2, 'Phlebotomist', null, 'Senior phlebotomist'],
			[1, 'Laboratory assistant'],
		],
		{ nights: 0.2 },
	),
	department(
		'Radiology',
		'Imaging manager',
		'Lead technologist',
		[
			[3, 'Radiologic technologist', 'Night radiologic technologist', 'CT technologist'],
			[1, 'Imaging assistant'],
		],
		{ nights: 0.2 },
	),
	department(
		'Supply',
		'Supply manager',
		'Supply supervisor',
		[
			[4, 'Supply clerk', 'Night supply clerk', 'Senior supply clerk'],
			[2, 'Warehouse associate', 'Night warehouse associate', 'Inventory specialist'],
			[1, 'Driver'],
		],
		{ nights: 0.2, withoutEmail: 0.35 },
	),
	department(
		'Kitchen',
		'Kitchen manager',
		'Kitchen supervisor',
		[
			[3, 'Line cook', null, 'Senior cook'],
			[4, 'Food service worker', 'Night food service worker', 'Line cook'],
			[1, 'Dishwasher', 'Night dishwasher'],
		],
		{ nights: 0.2, withoutEmail: 0.42 },
	),
	department(
		'Laundry',
		'Laundry manager',
		'Laundry supervisor',
		[[1, 'Laundry attendant', 'Night laundry attendant', 'Laundry machine operator']],
		{ nights: 0.3, withoutEmail: 0.45 },
	),
	department(
		'Housekeeping',
		'Housekeeping manager',
		'Housekeeping supervisor',
		[[1, 'Housekeeper', 'Night housekeeper', 'Floor technician']],
		{ nights: 0.25, withoutEmail: 0.4 },
	),
	department(
		'Home care',
		'Home care manager',
		'Care coordinator',
		[
			[6, 'Home health aide', 'Overnight home health aide', 'Certified nursing assistant'],
			[2, 'Visiting nurse', null, 'Case manager'],
		],
		{ nights: 0.12, withoutEmail: 0.06 },
	),
	department(
		'Front desk',
		'Patient access manager',
		'Front desk lead',
		[
			[4, 'Front desk associate', 'Night front desk associate', 'Scheduler'],
			[1, 'Scheduler'],
		],
		{ nights: 0.12 },
	),
	department(
		'Security',
		'Security manager',
		'Security shift lead',
		[[1, 'Security officer', 'Night security officer', 'Senior security officer']],
		{ nights: 0.4, withoutEmail: 0.2 },
	),
	department(
		'Float pool',
		'Float pool manager',
		'Float pool charge nurse',
		[[1, 'Float nurse', 'Night float nurse']],
		{ nights: 0.5 },
	),
	department(
		'IT',
		'Chief information officer',
		'Service desk lead',
		[
			[3, 'Support specialist', null, 'Systems analyst'],
			[2, 'Systems engineer', null, 'Senior systems engineer'],
			[1, 'Data analyst'],
		],
		{ remote: 0.4 },
	),
	department(
		'Finance',
		'Chief financial officer',
		'Billing supervisor',
		[
			[3, 'Billing specialist', null, 'Billing analyst'],
			[2, 'Accountant', null, 'Senior accountant'],
			[1, 'Medical coder'],
		],
		{ remote: 0.5 },
	),
	department(
		'People office',
		'Chief people officer',
		'People partner',
		[
			[2, 'People specialist', null, 'People partner'],
			[1, 'Payroll specialist'],
			[1, 'Recruiter'],
		],
		{ remote: 0.3 },
	),
	department('Executive office', 'Chief executive officer', 'Chief of staff', [[1, 'Executive assistant']]),
	department('Outside counsel', 'Counsel', 'Counsel', [[1, 'Counsel']]),
];

/** How many of a hundred work in which department. */
export const mixOf: Readonly<Record<SiteKind, Readonly<Record<string, number>>>> = {
	hospital: {
		Nursing: 34,
		Emergency: 11,
		Surgery: 8,
		Therapy: 6,
		Pharmacy: 4,
		Laboratory: 5,
		Radiology: 4,
		Supply: 4,
		Kitchen: 5,
		Housekeeping: 7,
		'Front desk': 6,
		Security: 3,
		'Float pool': 3,
	},
	rehabilitation: {
		Nursing: 31,
		Therapy: 34,
		Pharmacy: 3,
		Supply: 4,
		Kitchen: 8,
		Housekeeping: 11,
		'Front desk': 9,
	},
	nursing: { Nursing: 52, Therapy: 8, Kitchen: 13, Laundry: 7, Housekeeping: 14, 'Front desk': 6 },
	homeCare: { 'Home care': 80, Nursing: 8, 'Front desk': 8, Supply: 4 },
	clinic: { Nursing: 42, Laboratory: 14, Pharmacy: 9, 'Front desk': 27, Housekeeping: 8 },
	plant: { Kitchen: 45, Laundry: 35, Supply: 16, Housekeeping: 4 },
};
