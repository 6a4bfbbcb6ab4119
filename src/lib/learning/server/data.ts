import type { TableData, Words } from '../../platform/privacy/table-data.ts';

/**
 * California: training records two years (2 CCR 11024(b)(2)), personnel records, which they are a part of since 2026,
 * four (Gov. Code 12946); New York City three (Admin. Code 8-107(30)). The longest counts.
 */
const record: Words = {
	en: 'Training records: California keeps personnel records four years (Gov. Code 12946), New York City training records three (Admin. Code 8-107(30)). The longest counts.',
	es: 'Registros de capacitación: California guarda los expedientes de personal cuatro años (Gov. Code 12946) y Nueva York los registros de capacitación tres (Admin. Code 8-107(30)). Cuenta el plazo más largo.',
};
const versions: Words = {
	en: 'As long as an answer given to it is kept',
	es: 'Mientras se guarde una respuesta dada a ella',
};
const fourYears: Words = { en: 'Four years', es: 'Cuatro años' };
const content: Words = {
	en: 'The text of courses, and who adopted it',
	es: 'El texto de los cursos y quién lo adoptó',
};

/** The tables of learning. */
export const learningData: readonly TableData[] = [
	...['shipped_course', 'course_shipping', 'course_version'].map((table): TableData => ({
		table,
		title: { en: 'Versions of courses', es: 'Versiones de cursos' },
		purpose: {
			en: 'To show, years later, what somebody read and answered',
			es: 'Demostrar, años después, qué leyó y respondió alguien',
		},
		whose: 'nobody',
		basis: 'none',
		kept: versions,
		readers: table === 'course_version' ? ['self', 'program_admin'] : ['everyone'],
	})),
	...[
		{ table: 'course_adoption', by: 'adopted_by' },
		{ table: 'course_overlay', by: 'written_by' },
	].map(({ table, by }): TableData => ({
		table,
		title: { en: 'The organization’s own courses', es: 'Los cursos propios de la organización' },
		purpose: content,
		whose: 'people',
		basis: 'interest',
		kept: versions,
		readers: ['program_admin'],
		left: { [by]: 'other' },
	})),
	{
		table: 'enrollment',
		title: { en: 'Courses taken', es: 'Cursos tomados' },
		purpose: { en: 'To know who takes which course', es: 'Saber quién toma qué curso' },
		whose: 'people',
		basis: 'law',
		kept: fourYears,
		readers: ['self', 'program_admin'],
		mine: ['account_id'],
		fields: {
			course: { en: 'course', es: 'curso' },
			version_hash: { en: 'its version', es: 'su versión' },
			enrolled_at: { en: 'since when', es: 'desde cuándo' },
		},
		left: { id: 'internal' },
		erase: { how: 'along', why: record },
	},
	{
		table: 'answer',
		title: { en: 'Answers in courses', es: 'Respuestas en cursos' },
		purpose: {
			en: 'To go on where somebody stopped, and to show that a course was worked through. In a poll it says only that somebody took part.',
			es: 'Continuar donde alguien se detuvo y demostrar que el curso se trabajó. En una encuesta solo dice que alguien participó.',
		},
		whose: 'people',
		basis: 'law',
		kept: fourYears,
		readers: ['self'],
		mine: { column: 'enrollment_id', table: 'enrollment', account: 'account_id' },
		fields: {
			step: { en: 'step', es: 'paso' },
			choice: { en: 'what you chose', es: 'qué elegiste' },
			completes: { en: 'whether the step was complete with it', es: 'si el paso quedó completo' },
			at: { en: 'when', es: 'cuándo' },
		},
		left: { key: 'internal', number: 'internal', version_hash: 'internal' },
		erase: { how: 'rows' },
	},
	{
		table: 'completion',
		title: { en: 'Courses completed', es: 'Cursos completados' },
		purpose: {
			en: 'To show that a training that the law asks for took place',
			es: 'Demostrar que se realizó una capacitación que exige la ley',
		},
		whose: 'people',
		basis: 'law',
		kept: fourYears,
		readers: ['self', 'program_admin'],
		mine: { column: 'enrollment_id', table: 'enrollment', account: 'account_id' },
		fields: {
			version_hash: { en: 'version of the course', es: 'versión del curso' },
			minutes: { en: 'minutes that it counts', es: 'minutos que cuenta' },
			completed_at: { en: 'when', es: 'cuándo' },
		},
		left: { enrollment_id: 'internal' },
		erase: { how: 'kept', years: 4, from: 'completed_at', why: record },
	},
	...['poll_tally', 'poll_release'].map((table): TableData => ({
		table,
		title: { en: 'Counts of polls', es: 'Recuentos de encuestas' },
		purpose: {
			en: 'To show what many people chose. It holds counts alone, and nobody’s vote.',
			es: 'Mostrar qué eligió mucha gente. Solo guarda recuentos, y el voto de nadie.',
		},
		whose: 'nobody',
		basis: 'none',
		kept: versions,
		readers: table === 'poll_release' ? ['everyone'] : ['nobody'],
	})),
];
