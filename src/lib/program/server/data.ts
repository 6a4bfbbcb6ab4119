import type { TableData } from '../../platform/privacy/table-data.ts';
import { uncount } from './count-progress.ts';

/** The tables of the program. */
export const programData: readonly TableData[] = [
	{
		table: 'launch',
		title: { en: 'Launches of courses', es: 'Lanzamientos de cursos' },
		purpose: {
			en: 'To know which course was asked of whom, by whom, until when',
			es: 'Saber qué curso se pidió a quién, quién lo pidió y hasta cuándo',
		},
		whose: 'people',
		basis: 'law',
		kept: { en: 'As long as an assignment of it', es: 'Mientras quede una asignación suya' },
		readers: ['program_admin'],
		left: { launched_by: 'other' },
	},
	{
		table: 'launch_end',
		title: { en: 'Ends of launches', es: 'Finales de lanzamientos' },
		purpose: { en: 'To ask nobody anymore', es: 'No pedirlo a nadie más' },
		whose: 'people',
		basis: 'law',
		kept: { en: 'As long as its launch', es: 'Mientras quede su lanzamiento' },
		readers: ['program_admin'],
		left: { ended_by: 'other' },
	},
	{
		table: 'progress_tally',
		title: { en: 'Counts of progress', es: 'Cuentas del avance' },
		purpose: {
			en: 'To show at a glance how many people are where. It is made from progress, and can be made again.',
			es: 'Mostrar de un vistazo cuántas personas van por dónde. Se hace a partir del avance y puede rehacerse.',
		},
		whose: 'nobody',
		basis: 'law',
		kept: { en: 'As long as the progress it counts', es: 'Mientras quede el avance que cuenta' },
		readers: ['program_admin', 'manager'],
	},
	{
		table: 'progress',
		title: { en: 'Progress in courses', es: 'Avance en cursos' },
		purpose: {
			en: 'To show who is where with a course. It is made from what happened, and can be made again.',
			es: 'Mostrar cómo va cada quien en un curso. Se hace a partir de lo que pasó y puede rehacerse.',
		},
		whose: 'people',
		basis: 'law',
		kept: { en: 'Four years', es: 'Cuatro años' },
		readers: ['self', 'program_admin'],
		mine: ['account_id'],
		fields: {
			course: { en: 'course', es: 'curso' },
			assigned_at: { en: 'asked', es: 'pedido' },
			started_at: { en: 'begun', es: 'comenzado' },
			completed_at: { en: 'completed', es: 'completado' },
		},
		left: {
			enrollment_id: 'internal',
			stage: 'internal',
			due_on: 'internal',
			site_id: 'internal',
			department_id: 'internal',
			manager_id: 'other',
			launch_id: 'internal',
			language: 'internal',
			place: 'internal',
			standing: 'internal',
			turns_on: 'internal',
		},
		beforeGoing: uncount,
		erase: {
			how: 'along',
			why: {
				en: 'It says the same as the training record.',
				es: 'Dice lo mismo que el registro de capacitación.',
			},
		},
	},
	{
		table: 'assignment',
		title: { en: 'Courses assigned', es: 'Cursos asignados' },
		purpose: {
			en: 'To know what was asked of whom, and until when',
			es: 'Saber qué se pidió a quién y hasta cuándo',
		},
		whose: 'people',
		basis: 'law',
		kept: { en: 'Four years', es: 'Cuatro años' },
		readers: ['self', 'program_admin'],
		mine: ['person_id'],
		fields: {
			course: { en: 'course', es: 'curso' },
			assigned_at: { en: 'asked', es: 'pedido' },
			due_on: { en: 'due', es: 'fecha límite' },
			remind_on: { en: 'next reminder', es: 'próximo recordatorio' },
		},
		left: { id: 'internal', assigned_by: 'other', launch_id: 'internal' },
		erase: {
			how: 'along',
			why: {
				en: 'It shows which training the organization asked for, which the law wants to see.',
				es: 'Muestra qué capacitación pidió la organización, y la ley quiere verlo.',
			},
		},
	},
];
