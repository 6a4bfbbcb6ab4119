/**
 * How exports of HR systems are told apart: headings that no other system writes so. The headings themselves are in
 * `headings.ts`. Beside each system stands where its headings were read in November 2026; "general knowledge" is what
 * could not be verified, because the system's own help stands behind a sign-in.
 */
export interface System {
	readonly name: string;
	/** Headings as `plain` writes them. */
	readonly signs: readonly string[];
}

export const systems: readonly System[] = [
	{
		// Field names: docs.workato.com/connectors/bamboo-hr (list employees, new employee trigger), okta.com workflows "List
		// Employees". "Employee #", "Reporting to", "Last name, First name" of its reports: general knowledge.
		name: 'BambooHR',
		signs: [
			'employee number',
			'reporting to',
			'job title',
			'work email',
			'division',
			'last name first name',
			'employment status',
			'supervisor eid',
			'display name',
		],
	},
	{
		// help.merge.dev "Workday: how do I send HRIS data via SFTP" and documentation.sailpoint.com (Workday account
		// attributes, "Business Title"); report columns can be renamed by the organization.
		name: 'Workday',
		signs: [
			'worker',
			'business title',
			'supervisory organization',
			'worker s manager',
			'cost center',
			'legal name first name',
			'legal name last name',
			'job profile',
			'primary work email',
			'time type',
			'email primary work',
			'worker status',
		],
	},
	{
		// Columns that public scripts read from ADP Workforce Now reports: "File Number", "Position Status", "Home Department
		// Description", "Location Description", "Job Title Description", "Reports To Name", "Hire Date", "Rehire Date",
		// "Associate ID", "Work Contact: Work Email", "Worker Category Description" (found by their headings on GitHub).
		name: 'ADP Workforce Now',
		signs: [
			'associate id',
			'file number',
			'position id',
			'position status',
			'home department description',
			'home department code',
			'location description',
			'reports to name',
			'reports to associate id',
			'job title description',
			'work contact work email',
			'worker category description',
			'payroll name',
			'payroll company code',
			'legal first name',
			'legal last name',
			'company code',
		],
	},
	{
		// library.ukg.com (employee new hire object: EmployeeNumber, OrgLevel1, LocationCode, LastHireDate),
		// docs.charthop.com "Synced data from Ultipro"; help.lattice.com "UKG Fields". Headings with spaces: general knowledge.
		name: 'UKG Pro',
		signs: [
			'employee number',
			'org level 1',
			'org level 1 description',
			'org level 2',
			'orglevel 1',
			'last hire date',
			'original hire date',
			'supervisor',
			'supervisor number',
			'primary work location',
			'employment status code',
			'eeid',
			'company code',
			'employee name last suffix first mi',
		],
	},
	{
		// support.personio.de: "Exporte erstellen", "Mitarbeiterdaten importieren", "Die Personalliste" (attributes in German, English,
		// Spanish, French). Which columns a list has is chosen by the organization; the German words: general knowledge.
		name: 'Personio',
		signs: [
			'personalnummer',
			'mitarbeiter id',
			'anstelldatum',
			'vorgesetzter',
			'abteilung',
			'standort',
			'beschaftigungsart',
			'nachname',
			'vorname',
			'hire date',
			'office',
			'employment type',
			'team',
			'subcompany',
			'supervisor',
			'termination date',
			'last working day',
		],
	},
	{
		// help.lattice.com "Import your organization from Rippling" (Employee name, Legal first name, Work email, Title, Manager - Work
		// email, Employment status).
		name: 'Rippling',
		signs: [
			'manager work email',
			'employment status',
			'employment type',
			'work location',
			'title',
			'legal first name',
			'legal last name',
			'work email',
			'employee number',
			'start date',
			'work location nickname',
			'employee',
		],
	},
	{
		// support.gusto.com "Gusto employee IDs", "Run payroll with CSV upload"; docs.charthop.com "Synced data from Gusto".
		name: 'Gusto',
		signs: [
			'gusto employee id',
			'work address',
			'preferred first name',
			'manager',
			'personal email',
			'employment type',
			'dismissal date',
			'job title',
			'start date',
		],
	},
	{
		// General knowledge; Paycom's help stands behind a sign-in.
		name: 'Paycom',
		signs: [
			'employee code',
			'legal firstname',
			'legal lastname',
			'supervisor primary',
			'department desc',
			'dol status',
			'position title',
			'work location',
			'work email',
			'hire date',
		],
	},
	{
		// docs.charthop.com "Synced data from Paylocity" (API names); report headings: general knowledge.
		name: 'Paylocity',
		signs: [
			'employee id',
			'supervisor employee id',
			'cost center 1',
			'cost center 1 description',
			'cost center 2',
			'employee status',
			'hire date',
			'job title',
			'work email',
			'company id',
			'supervisor name',
		],
	},
	{
		// SAP note 2087504 "Explanation of the fields in the employee import file"; learning.sap.com "Managing user data";
		// kba.altaflux.com "User data file": system keys in the first row, labels in the second; NO_MANAGER for nobody.
		name: 'SAP SuccessFactors',
		signs: [
			'status',
			'userid',
			'username',
			'firstname',
			'lastname',
			'mi',
			'manager',
			'hr',
			'department',
			'jobcode',
			'division',
			'location',
			'timezone',
			'hiredate',
			'empid',
			'title',
			'default locale',
			'matrix manager',
		],
	},
	{
		// Oracle white paper "Loading Worker Using HCM Data Loader" (attribute names); report headings: general knowledge.
		name: 'Oracle HCM',
		signs: [
			'person number',
			'assignment number',
			'manager person number',
			'department name',
			'location name',
			'location code',
			'system person type',
			'assignment status',
			'person type',
			'legal employer',
			'business unit',
			'assignment category',
			'enterprise hire date',
			'assignment name',
		],
	},
	{
		// help.dayforce.com "Activate User's Guide", "Employee Data" and "Employee Confidential Identification" (Emp XRefCode).
		name: 'Dayforce',
		signs: [
			'employee number',
			'xref code',
			'emp xref code',
			'employee xref code',
			'display name',
			'employee manager',
			'home organization',
			'pay class',
			'pay type',
			'primary job',
			'primary location',
			'employment status',
			'org unit',
		],
	},
	{
		// help.zoho.com "Employee information operations" (designations, reporting manager, date of joining); "Email ID",
		// "Reporting To", "Zoho Role": general knowledge.
		name: 'Zoho People',
		signs: [
			'employee id',
			'email id',
			'zoho role',
			'reporting to',
			'reporting manager',
			'date of joining',
			'designation',
			'employee status',
			'employment type',
			'source of hire',
		],
	},
	{
		// help.lattice.com "Integrate HiBob with Lattice"; "Reports to", "Site", "Display name": general knowledge.
		name: 'HiBob',
		signs: [
			'display name',
			'reports to',
			'site',
			'employee id',
			'work email',
			'reports to email',
			'start date',
			'lifecycle status',
			'employment contract',
			'department',
		],
	},
	{
		// support.sage.hr "Employee import checklist", "Download and complete the import template"; "Forename", "Works Number" of the
		// payroll export: support.sage.hr "Fields supported by the Sage 50 Payroll employee export" and general knowledge.
		name: 'Sage',
		signs: [
			'employment start date',
			'employment status',
			'work email',
			'position',
			'team',
			'location',
			'reports to',
			'forename',
			'surname',
			'works number',
			'employee reference',
			'employee number',
		],
	},
];

/** @param headings as `plain` writes them @returns the system whose headings these are, if one stands out */
export function likelySystem(headings: readonly string[]): string | null {
	const present = new Set(headings);
	// A heading that many systems write says little: it counts by how few do.
	const writers = (sign: string) => systems.filter(({ signs }) => signs.includes(sign)).length;
	const scores = systems
		.map(({ name, signs }) => ({
			name,
			score: signs.filter((sign) => present.has(sign)).reduce((sum, sign) => sum + 1 / writers(sign), 0),
		}))
		.sort((a, b) => b.score - a.score);
	const [best, next] = scores;
	return best && best.score >= 2 && best.score >= 1.3 * (next?.score ?? 0) ? best.name : null;
}
