import type { Locale } from '../../platform/context.ts';
import { workerTypes, type WorkerType } from '../fact.ts';
import { plain } from './tidy.ts';

export type Status = 'active' | 'leave' | 'ended';

const words = <Meaning extends string>(lists: Record<Meaning, string>): ReadonlyMap<string, Meaning> =>
	new Map(
		Object.entries<string>(lists).flatMap(([meaning, list]) =>
			list.split('|').map((word): [string, Meaning] => [word.trim(), meaning as Meaning]),
		),
	);

const yesOrNo = words({
	yes: 'yes|y|true|t|1|x|si|s|verdadero|ja|j|wahr|oui|o|vrai|supervisor|manager|people manager|supervisory|on|checked',
	no: 'no|n|false|f|0|falso|nein|falsch|non|faux|none|not a supervisor|non supervisor|non supervisory|nonsupervisory|individual contributor|ic|employee|off|unchecked|not supervisor|no aplica|na|n a',
});

const kinds = words<WorkerType>({
	employee: `employee|employees|regular|regular employee|regular full time|regular part time|full time|fulltime|part time|parttime|ft|pt|full time employee|
		part time employee|full time regular|part time regular|permanent|permanent employee|full time permanent|part time permanent|staff|salaried|salary|hourly|hourly employee|salaried employee|w2|w 2|
		perm|rft|rpt|f|p|fte|active employee|regular w 2|exempt|non exempt|nonexempt|per diem|prn|on call|as needed|variable|variable hours|internal|emp|e|full time exempt|full time non exempt|
		full time hourly|full time salaried|part time hourly|
		empleado|empleada|fijo|fija|planta|de planta|tiempo completo|jornada completa|medio tiempo|tiempo parcial|media jornada|jornada parcial|indefinido|indefinida|permanente|base|
		angestellt|angestellter|angestellte|vollzeit|teilzeit|unbefristet|festangestellt|mitarbeiter|mitarbeiterin|arbeiter|minijob|geringfugig|
		cdi|salarie|temps plein|temps partiel|employe`,
	seasonal:
		'seasonal|season|seasonal employee|seasonal worker|seasonal full time|seasonal part time|summer|holiday seasonal|estacional|de temporada|por temporada|temporada|saisonal|saisonkraft|saisonarbeiter|saisonnier',
	temporary: `temporary|temp|temporary employee|temporary worker|fixed term|fixed term employee|limited term|limited duration|short term|agency|agency worker|agency temp|temp agency|interim|temporary full time|temporary part time|casual|term|
		temporal|eventual|plazo fijo|tiempo determinado|por obra|obra determinada|interino|sustituto|
		befristet|zeitarbeit|leiharbeiter|leiharbeit|aushilfe|cdd|interimaire|temporaire`,
	contractor: `contractor|independent contractor|contract|contingent|contingent worker|consultant|freelance|freelancer|1099|vendor|external|subcontractor|c2c|self employed|
		contract worker|contingent staff|outside worker|third party|supplier|non employee|nonemployee|
		contratista|autonomo|autonoma|freelancer externo|externo|externa|honorarios|por honorarios|servicios profesionales|consultor|consultora|
		freiberufler|freier mitarbeiter|freie mitarbeiterin|extern|externer|selbststandig|werkvertrag|prestataire|independant|externe`,
	intern: `intern|internship|trainee|apprentice|student|co op|coop|working student|extern student|resident trainee|paid intern|unpaid intern|student worker|graduate trainee|
		practicante|becario|becaria|pasante|aprendiz|estudiante|en practicas|
		praktikant|praktikantin|praktikum|werkstudent|werkstudentin|azubi|auszubildender|auszubildende|ausbildung|stagiaire|apprenti|alternant`,
	volunteer:
		'volunteer|volunteers|unpaid volunteer|voluntario|voluntaria|ehrenamtlich|ehrenamtlicher|ehrenamt|freiwilliger|benevole',
});

const states = words<Status>({
	active: `active|a|employed|current|hired|working|act|regular|active employee|on payroll|enabled|active assignment|active payroll eligible|active no payroll|yes|true|1|onboarding|pre hire|pending|accepted|
		activo|activa|alta|vigente|contratado|aktiv|beschaftigt|actif|active paid|en poste`,
	leave: `leave|on leave|l|loa|leave of absence|paid leave|unpaid leave|leave with pay|leave without pay|lwop|fmla|maternity leave|parental leave|medical leave|military leave|suspended payroll|active on leave|
		con licencia|licencia|de licencia|en licencia|permiso|con permiso|de permiso|incapacidad|baja medica|excedencia|
		abwesend|elternzeit|mutterschutz|beurlaubt|langzeitkrank|auszeit|en conge|conge|absent`,
	ended: `terminated|t|term|termed|inactive|i|separated|resigned|retired|former|left|deceased|dismissed|laid off|ended|ex employee|former employee|discharged|quit|fired|disabled|inactive assignment|inactive payroll eligible|
		inactive no payroll|no|false|0|not active|d|r|terminated employee|past|leaver|deleted|
		baja|inactivo|inactiva|terminado|terminada|cesado|cesada|despedido|retirado|jubilado|egresado|dado de baja|
		inaktiv|ausgeschieden|gekundigt|ausgetreten|inactif|parti|sorti`,
});

const languages = words<Locale>({
	en: 'en|eng|english|ingles|englisch|anglais|en us|en gb|en ca|english us|english united states|us english|english usa|inglese',
	es: 'es|spa|esp|spanish|espanol|spanisch|espagnol|es us|es mx|es es|es pr|es 419|es co|es ar|castellano|spanish us|spanish mexico|espanol latinoamerica|spanish latin america',
});

const arrangements = words({
	yes: `remote|fully remote|full remote|100 percent remote|remote worker|home|home office|homeoffice|work from home|wfh|telework|telecommute|virtual|teletrabajo|remoto|remota|a distancia|en remoto|desde casa|teletravail|mobil|distributed|at home`,
	no: `on site|onsite|office|in office|in person|in office only|field|hybrid|partially remote|partly remote|hybrid remote|presencial|en sitio|oficina|hibrido|hibrida|vor ort|buro|hybride|sur site|facility|flexible`,
});

/** How often the same few words come: thousands of rows, a handful of spellings. */
function remembering<Meaning>(read: (cell: string) => Meaning): (cell: string) => Meaning {
	const seen = new Map<string, Meaning>();
	return (cell) => {
		if (seen.has(cell)) return seen.get(cell) as Meaning;
		const meaning = read(cell);
		if (seen.size < 1000) seen.set(cell, meaning);
		return meaning;
	};
}

/** Each reads a cell; null is an empty one, undefined one that says nothing we know. */
export const readYesNo = remembering((cell) => {
	if (cell === '') return null;
	const known =
		yesOrNo.get(plain(cell)) ?? (/^[✓✔☑✗]$/u.test(cell) ? (cell === '✗' ? 'no' : 'yes') : undefined);
	return known === undefined ? undefined : known === 'yes';
});

export const readRemote = remembering((cell) => {
	const known = arrangements.get(plain(cell));
	return known === undefined ? readYesNo(cell) : known === 'yes';
});

/** Whether a site is none: "Remote", "Home office". A yes or no is not a place. */
export const isRemoteWord = remembering((cell) => {
	const words = plain(cell);
	return arrangements.get(words) === 'yes' || /^(remote|remoto|home ?office|teletrabajo)\b/.test(words);
});

export const readWorkerType = remembering((cell): WorkerType | null | undefined => {
	const bare = plain(cell);
	if (bare === '') return null;
	const known = kinds.get(bare);
	if (known) return known;
	// "Regular - Full Time", "Part-Time (Hourly)", "Contract 1099": the most particular word decides.
	const parts = bare.split(' ');
	const found = new Set(
		[...parts, ...parts.slice(1).map((word, i) => `${parts[i]} ${word}`)].map((word) => kinds.get(word)),
	);
	return [...workerTypes].reverse().find((type) => found.has(type));
});

export const readStatus = remembering((cell): Status | null | undefined => {
	const bare = plain(cell);
	if (bare === '') return null;
	const known = states.get(bare);
	if (known) return known;
	if (/\b(leave|loa|licencia|elternzeit|conge)\b/.test(bare)) return 'leave';
	if (/\b(terminat\w*|resign\w*|retire\w*|separat\w*|deceased|inactiv\w*|ausgeschieden)\b/.test(bare))
		return 'ended';
	if (/^(active|activo|activa|aktiv|actif)\b/.test(bare)) return 'active';
	return undefined;
});

export const readLanguage = remembering((cell): Locale | null | undefined => {
	const bare = plain(cell);
	return bare === '' ? null : languages.get(bare);
});
