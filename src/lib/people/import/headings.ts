import type { Column, Sensitive } from './column.ts';

/**
 * The headings we know, as `plain` writes them: lower case, no accents, no punctuation, `#` as "number".
 * Where the headings of each system were read stands in `systems.ts`. English, Spanish, German and French.
 */
const known: Record<Column, string> = {
	number: `number|no|id|employee number|employee no|employee id|employee id number|employee code|emp id|emp no|emp number|emp code|
		eeid|ee id|ee code|ee number|eecode|employeeid|employee eid|eid|person number|person id|worker id|worker number|associate id|
		associate number|assoc id|file number|file no|badge|badge number|badge id|payroll number|payroll id|payroll name id|staff id|
		staff number|staff no|personnel number|personnel id|personnel no|user id|userid|user employee id|employee xref code|xref code|
		emp xref code|clock number|clock id|works number|reference number|employee reference|gusto employee id|record id|team member id|
		colleague id|crew id|hr id|hris id|unique id|external id|position id|payroll file number|
		numero|num|n|nro|numero de empleado|numero de empleada|no de empleado|num de empleado|num empleado|nro de empleado|n de empleado|
		numero empleado|id empleado|id de empleado|id del empleado|codigo|codigo de empleado|codigo empleado|clave|clave de empleado|legajo|
		numero de legajo|ficha|numero de ficha|matricula|numero de nomina|numero de personal|identificador|rut empleado|
		personalnummer|personal nr|personalnr|pers nr|persnr|personal no|mitarbeiternummer|mitarbeiter nr|mitarbeiter id|mitarbeiterid|
		mitarbeitenden id|ma nr|stammnummer|ausweisnummer|nr|nummer|
		matricule|numero d employe|numero employe|numero de salarie|id employe|numero salarie`,
	givenName: `first name|firstname|given name|given names|givenname|legal first name|legal firstname|first|forename|forenames|
		employee first name|first name legal|legal name first name|legal given name|first name legal name|worker first name|fname|emp first name|
		nombre|nombres|primer nombre|nombre de pila|nombre s|nombre del empleado|vorname|vornamen|rufname|prenom|prenoms|voornaam|nome|nome proprio`,
	familyName: `last name|lastname|family name|familyname|surname|legal last name|legal lastname|last|employee last name|
		legal name last name|legal family name|last name legal|last name legal name|worker last name|lname|emp last name|
		apellido|apellidos|primer apellido|apellido paterno|apellido s|nachname|familienname|zuname|nom|nom de famille|nom usuel|achternaam|cognome|sobrenome`,
	secondFamilyName: `second last name|second surname|secondary last name|segundo apellido|apellido materno|last name 2|family name 2`,
	name: `name|full name|fullname|employee name|employee|employee full name|legal name|legal full name|worker|worker name|person name|
		associate name|payroll name|name legal|display name|displayname|team member|team member name|staff name|staff member|
		last name first name|last name first name mi|name last first|last first|last first name|name last suffix first mi|employee name last suffix first mi|first last|name first last|
		first name last name|preferred full name|emp name|person|colleague|
		nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|apellidos y nombre|apellidos y nombres|apellido y nombre|
		empleado|empleada|trabajador|colaborador|persona|nombre del trabajador|nombre del colaborador|
		vollstandiger name|mitarbeiter|mitarbeiterin|mitarbeitende|mitarbeitender|name vorname|nachname vorname|vor und nachname|
		nom complet|nom et prenom|nom prenom|prenom nom|salarie|employe|collaborateur`,
	preferredName: `preferred name|preferred first name|preferred given name|nickname|nick name|known as|goes by|called name|chosen name|
		name preferred|preferred|preferred firstname|preferred or chosen first name|preferred name first name|
		nombre preferido|apodo|nombre de uso|bevorzugter name|spitzname|bevorzugter vorname|prenom usuel|nom d usage prefere`,
	email: `email|e mail|mail|work email|work e mail|email address|e mail address|work email address|business email|company email|
		primary email|primary email address|primary work email|work contact work email|email work|email primary work|email id|corporate email|office email|email 1|
		business email address|business email information email address|company e mail|userprincipalname|upn|emailaddress|workemail|work mail|employee email|employee e mail|worker email|
		email primary|work contact email|public email primary work|
		correo|correo electronico|correo e|correo de trabajo|correo laboral|correo corporativo|correo electronico laboral|
		correo electronico de trabajo|correo institucional|direccion de correo|email corporativo|email de trabajo|
		e mail adresse|mailadresse|e mail geschaftlich|e mail dienstlich|geschaftliche e mail|dienstliche e mail|email adresse|e mail arbeit|
		adresse e mail|adresse email|courriel|courriel professionnel|e mail professionnel|email professionnel`,
	jobTitle: `job title|title|position|position title|business title|job|job name|job title description|job description|jobtitle|
		job profile|role|occupation|designation|work title|position name|job position|employee title|job code description|
		primary job|primary job title|current job title|title name|zoho designation|
		puesto|cargo|puesto de trabajo|titulo|titulo del puesto|posicion|funcion|ocupacion|nombre del puesto|rol|
		stelle|stellenbezeichnung|jobtitel|berufsbezeichnung|tatigkeit|funktion|stellentitel|
		poste|intitule du poste|fonction|emploi|titre du poste`,
	supervisor: `is supervisor|is manager|is a supervisor|is a manager|supervisor y n|supervisor yes no|manager y n|manager yes no|people manager|
		people leader|is people manager|supervisory|supervisory role|supervises others|supervises|supervisor flag|manager flag|
		management position|management level flag|is supervisory|has direct reports|supervisor status|supervises employees|
		supervisor indicator|manager indicator|is people leader|lead y n|
		es supervisor|es supervisora|es jefe|es jefa|supervisor si no|tiene personal a cargo|personal a cargo|es jefatura|es encargado|supervisa|
		fuhrungskraft|ist fuhrungskraft|vorgesetzter ja nein|est manager|encadrant|manager oui non|responsable oui non`,
	manager: `manager|supervisor|reports to|reporting to|line manager|direct manager|direct supervisor|immediate supervisor|
		immediate manager|boss|managed by|supervised by|team lead|team leader|primary supervisor|supervisor primary|reporting manager|
		manager 1|hr manager of record|worker s manager|workers manager|current manager|
		jefe|jefa|jefatura|jefe directo|jefe inmediato|jefa inmediata|supervisora|responsable|responsable directo|reporta a|gerente|encargado|encargada|
		superior|superior directo|lider|superior inmediato|
		vorgesetzter|vorgesetzte|vorgesetzte r|vorgesetzte person|direkter vorgesetzter|teamleiter|berichtet an|fuhrungskraft name|
		superieur|superieur hierarchique|responsable hierarchique|n 1|manager direct`,
	managerNumber: `manager number|manager id|manager employee id|manager employee number|manager person number|supervisor id|
		supervisor number|supervisor employee id|supervisor employee number|reports to id|reports to number|reports to employee id|reports to employee number|
		reports to associate id|reports to file number|reports to position id|supervisor code|manager code|supervisor primary code|
		supervisor file number|manager eeid|supervisor eid|supervisorid|managerid|manager worker id|supervisor empid|manager emp id|
		manager id number|line manager id|employee manager xref code|manager xref code|manager user id|supervisor badge|manager badge|
		manager 1 employee id|reporting to id|reporting to employee id|direct manager employee id|worker s manager employee id|
		manager assignment number|supervisor s employee id|manager s employee id|
		numero del jefe|numero de jefe|numero de la jefatura|id del jefe|id jefe|numero de supervisor|numero del supervisor|id supervisor|id del supervisor|
		codigo del jefe|legajo del jefe|id de jefatura|id gerente|numero del gerente|
		personalnummer vorgesetzter|personalnummer des vorgesetzten|vorgesetzter id|vorgesetzten id|vorgesetzter personalnummer|personal nr vorgesetzter|
		matricule manager|matricule du manager|matricule responsable|id manager`,
	managerEmail: `manager email|manager e mail|manager work email|manager email address|supervisor email|supervisor e mail|supervisor email address|
		reports to email|reporting to email|line manager email|manager s email|supervisor s email|supervisor work email|manager mail|reports to email address|direct manager email|
		correo del jefe|correo jefe|correo del supervisor|correo de la jefatura|email del jefe|correo electronico del jefe|
		e mail vorgesetzter|e mail des vorgesetzten|vorgesetzter e mail|email manager|e mail du manager|e mail responsable`,
	managerName: `manager name|manager full name|supervisor name|supervisor full name|reports to name|reporting to name|line manager name|
		manager legal name|manager last first|supervisor last first|name of manager|name of supervisor|manager s name|supervisor s name|manager 1 name|
		reports to full name|direct manager name|manager display name|supervisor last name first name|
		nombre del jefe|nombre jefe|nombre del supervisor|nombre de la jefatura|nombre del responsable|
		name des vorgesetzten|name vorgesetzter|vorgesetzter name|nom du manager|nom du responsable`,
	department: `department|dept|department name|department description|dept name|dept description|home department|home department description|
		home department name|department title|team|team name|unit|organizational unit|org unit|supervisory organization|
		home organization|org level 1|org level 1 description|orglevel 1|department long name|organization|function name|primary department|work department|
		department desc|division department|
		departamento|area|equipo|seccion|gerencia|direccion departamento|unidad|nombre del departamento|
		abteilung|bereich|team abteilung|organisationseinheit|departement|service|equipe|unite`,
	site: `site|location|work location|work site|worksite|location name|location description|work location name|work location description|office|office location|
		facility|facility name|branch|branch name|branch office|store|store name|plant|campus|building|clinic|workplace|work place|primary location|primary work location|
		location long name|business site|business location|home location|job location|work address|primary work location name|location title|
		site name|second site|secondary location|secondary site|other site|work site name|location work|employee location|office name|
		sede|lugar|centro|centro de trabajo|lugar de trabajo|ubicacion|oficina|sucursal|planta|local|establecimiento|tienda|sitio|centro laboral|
		standort|arbeitsort|niederlassung|buro|arbeitsstatte|betriebsstatte|filiale|einsatzort|dienstort|
		lieu de travail|etablissement|bureau|agence|lieu`,
	siteShare: `share|site share|location share|percent|percent of time|time share|allocation|allocation percent|site percent|location percent|
		work percentage|share of time|percentage|time at site|porcentaje|porcentaje de tiempo|reparto|anteil|prozent|pourcentage|quotite`,
	siteCountry: `work country|site country|location country|country of work|work location country|country work|office country|
		work address country|business country|location address country|pais de trabajo|pais de la sede|pais sede|pais del centro|
		arbeitsland|land des standorts|standort land|pays de travail|pays du site`,
	siteRegion: `work state|work location state|site state|location state|work province|work state province|state of work|work region|
		work in state|worked in state|state worked in|office state|work address state|work location state province|location address state|worked in state code|work state code|
		lived in worked in state|site region|location region|region of work|
		estado de trabajo|estado donde trabaja|estado de la sede|estado sede|provincia de trabajo|region de trabajo|bundesland des standorts|bundesland standort|region du site`,
	siteCity: `work city|work location city|site city|location city|city of work|office city|work address city|location address city|
		ciudad de trabajo|ciudad de la sede|ciudad sede|municipio de trabajo|stadt des standorts|standort stadt|ville du site|ville de travail`,
	siteIndustry: `industry|site industry|naics|naics code|naics description|line of business|sector|business type|industry of site|industria|giro|ramo|rubro|
		sector de la sede|branche|wirtschaftszweig|secteur|secteur d activite`,
	remote: `remote|is remote|remote worker|works remotely|works from home|work from home|wfh|remote y n|remote status|remote work|
		telecommuter|teleworker|work arrangement|work mode|workplace type|work type remote|remote employee|home office worker|work at home flag|works from home flag|
		remoto|teletrabajo|trabaja a distancia|trabajo remoto|trabajo a distancia|modalidad de trabajo|modalidad|teletrabajador|
		homeoffice|remote arbeit|fernarbeit|teletravail|a distance`,
	homeCountry: `home country|country of residence|home address country|residence country|lived in country|residential country|
		personal address country|permanent address country|primary address country|pais de residencia|pais de domicilio|wohnland|land wohnort|pays de residence`,
	homeRegion: `home state|state of residence|home address state|residence state|lived in state|home state province|home province|
		resident state|residential state|state lived in|home region|personal address state|legal preferred address state territory code|primary address state territory code|
		primary address state|primary address state province|home address state province|permanent address state|
		estado de residencia|estado de domicilio|provincia de residencia|estado donde vive|bundesland wohnort|region de residence`,
	homeCity: `home city|city of residence|home address city|residence city|lived in city|residential city|personal address city|
		primary address city|legal preferred address city|permanent address city|home town|
		ciudad de residencia|ciudad de domicilio|ciudad donde vive|municipio de residencia|wohnort|ville de residence`,
	workerType: `worker type|employee type|employment type|worker category|worker category description|employment category|type|staff type|
		contract type|employee class|employment class|worker class|person type|system person type|employee classification|
		worker sub type|worker subtype|employee subtype|engagement type|classification|ee type|employee category|person type name|
		assignment category|employment type description|employee type description|type of worker|type of employment|time type|full time part time|full part time|full or part time|employee type code|
		tipo de trabajador|tipo de empleado|tipo de contrato|tipo de empleo|tipo de contratacion|categoria de empleado|tipo|clase de empleado|tipo de personal|tipo de relacion|
		beschaftigungsart|anstellungsart|vertragsart|mitarbeitertyp|art der beschaftigung|mitarbeiterart|mitarbeitergruppe|
		type de contrat|type d emploi|type de salarie|categorie`,
	language: `language|preferred language|primary language|language preference|spoken language|correspondence language|locale|language code|
		training language|user language|default locale|idioma|idioma preferido|lengua|idioma de preferencia|sprache|korrespondenzsprache|
		bevorzugte sprache|langue|langue preferee`,
	hiredOn: `hire date|hired|date hired|hired on|date of hire|start date|original hire date|first hire date|employment start date|
		employment date|date of joining|joining date|date joined|start|begin date|first day|first day of work|company start date|enterprise hire date|
		hiredate|startdate|initial hire date|date of employment|last hire date|most recent hire date|latest start date|work relationship start date|
		seniority date|adjusted hire date|position start date hire|employee start date|date started|continuous service date|
		fecha de contratacion|fecha de ingreso|ingreso|fecha de alta|alta|fecha de inicio|fecha de incorporacion|fecha contratacion|fecha ingreso|
		fecha alta|fecha de antiguedad|inicio|fecha de entrada|
		eintrittsdatum|eintritt|anstelldatum|einstellungsdatum|einstelldatum|beginn|beschaftigt seit|vertragsbeginn|anstellungsdatum|
		date d embauche|date d entree|date embauche|date entree|date de debut|date d arrivee`,
	rehiredOn: `rehire date|rehired|rehired on|date of rehire|re hire date|most recent rehire date|last rehire date|fecha de reingreso|fecha de recontratacion|
		reingreso|wiedereintritt|wiedereintrittsdatum|wiedereinstellung|date de reembauche`,
	endedOn: `termination date|term date|terminated on|end date|date of termination|last day|last day of work|last day worked|leaving date|date left|exit date|
		employment end date|date of exit|separation date|date terminated|terminated|terminationdate|contract end date|last working day|
		date of leaving|end of employment|work relationship end date|actual termination date|resignation date effective|dismissal date|
		fecha de baja|baja|fecha de terminacion|fecha de salida|fecha de egreso|egreso|fecha fin|fecha de fin|fecha de cese|fecha de finalizacion|fecha de retiro|ultimo dia|
		austrittsdatum|austritt|kundigungsdatum|vertragsende|ende|letzter arbeitstag|
		date de sortie|date de depart|date de fin|date de fin de contrat`,
	leaveFrom: `leave start|leave start date|leave from|on leave since|on leave from|loa start|loa start date|leave of absence start|leave of absence start date|
		leave begin date|leave begins|first day of leave|leave first day|absence start date|absence start|leave date|
		inicio de licencia|licencia desde|inicio de permiso|fecha de inicio de licencia|inicio de ausencia|permiso desde|
		abwesend seit|beginn abwesenheit|elternzeit beginn|abwesenheit von|debut d absence|debut de conge`,
	leaveUntil: `leave end|leave end date|leave until|leave to|loa end|loa end date|leave of absence end|leave of absence end date|last day of leave|
		absence end date|absence end|leave last day|fin de licencia|licencia hasta|fin de permiso|fin de ausencia|fecha fin de licencia|permiso hasta|
		abwesend bis|ende abwesenheit|elternzeit ende|abwesenheit bis|fin d absence|fin de conge`,
	backOn: `return date|expected return|expected return date|return from leave|leave return date|estimated return date|loa return date|
		return to work date|return to work|back on|first day back|fecha de regreso|regreso|fecha de reincorporacion|reincorporacion|ruckkehrdatum|ruckkehr|date de retour|retour`,
	status: `status|employment status|employee status|worker status|position status|hr status|active|active status|assignment status|
		employment status description|employment status code|user status|account status|active inactive|is active|employee employment status|current status|
		status code|state of employment|person status|employeestatus|
		estado del empleado|estatus|estado laboral|situacion|situacion laboral|estatus laboral|activo|estado de empleo|
		beschaftigungsstatus|mitarbeiterstatus|statut|situation|etat`,
};

/** Headings whose cells decide what they are: an employee's address, or the address of the site. */
export const ofAnyPlace: Record<'country' | 'region' | 'city', ReadonlySet<string>> = {
	country: setOf('country|country code|country name|pais|land|pays|nation'),
	region: setOf(
		'state|province|state province|state or province|state territory|region|state code|province code|estado|provincia|entidad federativa|bundesland|kanton|etat province',
	),
	city: setOf('city|town|municipality|ciudad|municipio|localidad|stadt|ort|ville'),
};

/** Parts of headings of what nobody needs here. A heading with one of them is never mapped by a guess. */
const sensitive: readonly [Sensitive, RegExp][] = [
	[
		'pay',
		/\b(salar\w*|pay|payrate|wages?|compensation|comp rate|bonus|earnings?|hourly|rate|rates|gross|net pay|commission|equity|fte salary|annualized|sueldo|salario|paga|nomina mensual|remuneracion|gehalt|lohn|vergutung|brutto|netto|entgelt|salaire|remuneration|prime)\b/,
	],
	[
		'birth',
		/\b(birth|birthdate|birthday|dob|born|age|nacimiento|cumpleanos|edad|geburt\w*|alter|naissance|anniversaire)\b/,
	],
	[
		'identity',
		/\b(ssn|sin|social security|social insurance|national id\w*|national insurance|tax id\w*|tin|itin|ein|passport|driver\w*|license number|curp|rfc|nss|dni|nif|nie|rut|cpf|cuil|cuit|cedula|seguro social|seguridad social|imss|sozialversicherung\w*|steuer\w*|ausweis|securite sociale|visa|immigration|citizenship|i 9|aadhaar|pan number)\b/,
	],
	[
		'bank',
		/\b(bank|iban|bic|swift|routing|account number|direct deposit|banco|cuenta bancaria|clabe|konto\w*|banque)\b/,
	],
	[
		'health',
		/\b(disab\w*|medical|health|veteran|pregnan\w*|blood|discapacidad|salud|medico|schwerbehindert\w*|krankenkasse|handicap|vaccin\w*|vacuna\w*|fmla)\b/,
	],
	[
		'belonging',
		/\b(gender|sex|race|ethnic\w*|eeo|religion|marital|nationality|orientation|pronouns?|union|dependents?|genero|sexo|raza|etnia|estado civil|nacionalidad|sindicato|geschlecht|konfession|religionszugehorigkeit|familienstand|staatsangehorigkeit|genre|sexe|situation familiale|nationalite|emergency|hispanic|latino)\b/,
	],
];

/** These hold a word of the list above and are harmless. */
const harmless = setOf(
	'payroll number|payroll id|payroll name|payroll name id|payroll file number|paycom id|paylocity id|lived in worked in state|numero de nomina|payroll email|payroll first name|payroll last name',
);

function setOf(words: string): Set<string> {
	return new Set(words.split('|').map((word) => word.trim()));
}

const byHeading = new Map<string, Column>(
	Object.entries(known).flatMap(([column, words]) =>
		[...setOf(words)].map((word): [string, Column] => [word, column as Column]),
	),
);

/** What a heading means, given as `plain` writes it. */
export const columnOf = (heading: string): Column | undefined => byHeading.get(heading);

/** Whether a heading names something that is left out unless somebody insists on another meaning. */
export function sensitivityOf(heading: string): Sensitive | null {
	if (harmless.has(heading)) return null;
	return sensitive.find(([, words]) => words.test(heading))?.[0] ?? null;
}
