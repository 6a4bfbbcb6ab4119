import type { TableData, Words } from '../../platform/privacy/table-data.ts';
import { forgetContact } from './forget-contact.ts';
import { nameFacts } from './name-facts.ts';

const whileHere: Words = {
	en: 'While somebody works here, and four years more',
	es: 'Mientras la persona trabaje aquí, y cuatro años más',
};
const history: Words = {
	en: 'Which training the law asked for depends on where somebody worked and as what.',
	es: 'Qué capacitación pedía la ley depende de dónde y en qué trabajaba alguien.',
};

/** The tables of people. */
export const peopleData: readonly TableData[] = [
	{
		table: 'person',
		title: { en: 'Personal details', es: 'Datos personales' },
		purpose: {
			en: 'To know who works here, where, and for whom, so that the right training reaches them',
			es: 'Saber quién trabaja aquí, dónde y con quién, para que le llegue la capacitación que corresponde',
		},
		whose: 'people',
		basis: 'employment',
		kept: whileHere,
		readers: ['self', 'program_admin'],
		// Who turned out to be them, is them.
		mine: ['id', 'merged_into'],
		fields: {
			number: { en: 'personnel number', es: 'número de personal' },
			given_name: { en: 'given name', es: 'nombre' },
			family_name: { en: 'family name', es: 'apellido' },
			preferred_name: { en: 'what you want to be called', es: 'cómo quieres que te llamen' },
			email: { en: 'e-mail address', es: 'correo electrónico' },
			job_title: { en: 'role', es: 'puesto' },
			supervisor: { en: 'whether you supervise', es: 'si supervisas' },
			worker_type: { en: 'kind of employment', es: 'tipo de empleo' },
			hired_on: { en: 'first day', es: 'primer día' },
			ended_on: { en: 'last day', es: 'último día' },
			leave_from: { en: 'on leave from', es: 'de licencia desde' },
			leave_until: { en: 'first day back', es: 'primer día de vuelta' },
			created_at: { en: 'known here since', es: 'conocido aquí desde' },
		},
		left: {
			search_text: 'internal',
			department_id: 'internal',
			site_id: 'internal',
			manager_id: 'other',
		},
		lettingGo: ['manager_id'],
		erase: {
			how: 'kept',
			years: 4,
			from: 'ended_on',
			clear: ['preferred_name'],
			why: {
				en: 'Who works here must be reached, and a training record must say whom it is about: four years after the last day (California Gov. Code 12946, Lab. Code 1198.5).',
				es: 'Hay que poder contactar a quien trabaja aquí, y un registro de capacitación debe decir de quién trata: cuatro años después del último día (California Gov. Code 12946, Lab. Code 1198.5).',
			},
		},
		forget: forgetContact,
	},
	{
		table: 'person_fact',
		title: { en: 'History of personal details', es: 'Historial de datos personales' },
		purpose: {
			en: 'To know what was so on any day: role, place, manager, leave. A correction stands beside what it corrects.',
			es: 'Saber qué era así en cada día: puesto, lugar, gerente, licencia. Una corrección queda junto a lo que corrige.',
		},
		whose: 'people',
		basis: 'employment',
		kept: whileHere,
		readers: ['self', 'program_admin'],
		mine: ['person_id'],
		fields: {
			kind: { en: 'what', es: 'qué' },
			value: {
				en: 'how it was; a manager by an inner id',
				es: 'cómo era; un gerente por un identificador interno',
			},
			starts_on: { en: 'from which day', es: 'desde qué día' },
			recorded_at: { en: 'when it was written down', es: 'cuándo se anotó' },
			void: { en: 'whether it was a mistake', es: 'si fue un error' },
		},
		readable: nameFacts,
		left: { id: 'internal', recorded_by: 'other', import_id: 'internal', corrects: 'internal' },
		erase: { how: 'along', why: history },
	},
	{
		table: 'person_place',
		title: { en: 'Places of work', es: 'Lugares de trabajo' },
		purpose: {
			en: 'To know which law counts for whom, and what time it is there',
			es: 'Saber qué ley rige para quién y qué hora es allí',
		},
		whose: 'people',
		basis: 'employment',
		kept: whileHere,
		readers: ['self', 'program_admin'],
		mine: ['person_id'],
		fields: {
			country: { en: 'country, when at home', es: 'país, si es en casa' },
			region: { en: 'state or province, when at home', es: 'estado o provincia, si es en casa' },
			city: { en: 'city, when at home', es: 'ciudad, si es en casa' },
			share: { en: 'share in percent', es: 'parte en porcentaje' },
		},
		left: { position: 'internal', site_id: 'internal' },
		erase: { how: 'along', why: history },
	},
	...['site', 'site_fact', 'department', 'department_name'].map((table): TableData => ({
		table,
		title: { en: 'Sites and departments', es: 'Sedes y departamentos' },
		purpose: {
			en: 'To know where the organization works and under which laws',
			es: 'Saber dónde trabaja la organización y bajo qué leyes',
		},
		whose: 'nobody',
		basis: 'none',
		kept: { en: 'As long as the organization uses Upstander', es: 'Mientras la organización use Upstander' },
		readers: ['program_admin'],
		...((table === 'site_fact' || table === 'department_name') && {
			left: { recorded_by: 'other' as const },
		}),
	})),
	{
		table: 'person_merge',
		title: { en: 'That two records were one person', es: 'Que dos registros eran una persona' },
		purpose: {
			en: 'To lead whoever looks for the one to the other, and to show who said so',
			es: 'Llevar a quien busca el uno al otro, y mostrar quién lo dijo',
		},
		whose: 'people',
		basis: 'employment',
		kept: whileHere,
		readers: ['program_admin'],
		mine: ['from_id', 'into_id'],
		fields: { merged_at: { en: 'when', es: 'cuándo' } },
		left: { merged_by: 'other' },
		erase: { how: 'along', why: history },
	},
	{
		table: 'different_people',
		title: { en: 'That two who look alike are two', es: 'Que dos que se parecen son dos' },
		purpose: {
			en: 'To ask nobody again whether they are the same person',
			es: 'No volver a preguntar si son la misma persona',
		},
		whose: 'people',
		basis: 'interest',
		kept: whileHere,
		readers: ['program_admin'],
		mine: ['one_id', 'other_id'],
		fields: { said_at: { en: 'when', es: 'cuándo' } },
		left: { said_by: 'other' },
		erase: { how: 'rows' },
	},
	{
		table: 'people_import',
		title: {
			en: 'Files of people before the yes to them',
			es: 'Archivos de personas antes de su confirmación',
		},
		purpose: {
			en: 'To show what a file would change before it does; afterward only the counts stay',
			es: 'Mostrar qué cambiaría un archivo antes de hacerlo; después solo quedan las cifras',
		},
		whose: 'people',
		basis: 'interest',
		kept: {
			en: 'One day until the yes; 90 days the counts',
			es: 'Un día hasta la confirmación; 90 días las cifras',
		},
		readers: ['program_admin'],
		left: { uploaded_by: 'other' },
		over: {
			days: 1,
			since: 'uploaded_at',
			only: "(state in ('asking', 'ready') or uploaded_at < :now - interval '90 days')",
		},
	},
	{
		table: 'people_import_part',
		title: { en: 'People of a file who are coming in', es: 'Personas de un archivo que están entrando' },
		purpose: {
			en: 'To bring a long file in part by part, and to go on where it was interrupted; each part is gone when it is in',
			es: 'Traer un archivo largo por partes y seguir donde se interrumpió; cada parte desaparece cuando ha entrado',
		},
		whose: 'people',
		basis: 'interest',
		kept: { en: 'Until they are in, one day at most', es: 'Hasta que hayan entrado, un día como máximo' },
		readers: ['nobody'],
	},
	{
		table: 'import_mapping',
		title: { en: 'What the columns of a file mean', es: 'Qué significan las columnas de un archivo' },
		purpose: {
			en: 'To read the next file with the same headings in the same way; headings as a digest, no cells',
			es: 'Leer igual el próximo archivo con los mismos encabezados; los encabezados como resumen, ninguna celda',
		},
		whose: 'nobody',
		basis: 'none',
		kept: { en: 'As long as the organization uses Upstander', es: 'Mientras la organización use Upstander' },
		readers: ['program_admin'],
		left: { chosen_by: 'other' },
	},
];
