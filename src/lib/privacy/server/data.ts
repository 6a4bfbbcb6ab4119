import type { TableData } from '../../platform/privacy/table-data.ts';

/** The tables of privacy itself. */
export const privacyData: readonly TableData[] = [
	{
		table: 'correction_request',
		title: { en: 'Corrections asked for', es: 'Correcciones pedidas' },
		purpose: {
			en: 'To put right what is wrong about somebody, and to tell them',
			es: 'Corregir lo que está mal sobre alguien y avisarle',
		},
		whose: 'people',
		basis: 'law',
		kept: { en: 'Two years after the answer', es: 'Dos años después de la respuesta' },
		readers: ['self', 'program_admin'],
		mine: ['account_id'],
		fields: {
			words: { en: 'what you wrote', es: 'lo que escribiste' },
			asked_at: { en: 'when', es: 'cuándo' },
			answer: { en: 'what was answered', es: 'qué se respondió' },
			answered_at: { en: 'answered', es: 'respondido' },
		},
		left: { id: 'internal', answered_by: 'other' },
		erase: { how: 'rows' },
		over: { days: 2 * 366, since: 'answered_at' },
	},
	{
		table: 'erasure',
		title: { en: 'Erasures asked for', es: 'Borrados pedidos' },
		purpose: {
			en: 'To erase somebody once it was decided, to finish it when the law allows, and to show that it was done',
			es: 'Borrar a alguien cuando se decidió, terminarlo cuando la ley lo permita y demostrar que se hizo',
		},
		whose: 'people',
		basis: 'law',
		kept: {
			en: 'Seven years after it is done; ids and counts alone',
			es: 'Siete años después de terminar; solo identificadores y cifras',
		},
		readers: ['self', 'program_admin'],
		mine: ['account_id'],
		fields: {
			asked_at: { en: 'asked', es: 'pedido' },
			decided_at: { en: 'decided', es: 'decidido' },
			refusal: { en: 'why it was refused', es: 'por qué se rechazó' },
			removed: { en: 'rows removed', es: 'filas borradas' },
			kept_until: { en: 'the rest is kept until', es: 'el resto se guarda hasta' },
			done_at: { en: 'done', es: 'terminado' },
		},
		left: { id: 'internal', asked_by: 'other', decided_by: 'other' },
		erase: {
			how: 'stays',
			why: {
				en: 'It shows that somebody was erased, and holds nothing that says whom.',
				es: 'Demuestra que se borró a alguien, y no guarda nada que diga a quién.',
			},
		},
		over: { days: 7 * 366, since: 'done_at' },
	},
	{
		table: 'legal_hold',
		title: { en: 'Legal holds', es: 'Retenciones legales' },
		purpose: {
			en: 'To keep what a claim or an authority may ask for',
			es: 'Guardar lo que un reclamo o una autoridad pueda pedir',
		},
		whose: 'people',
		basis: 'law',
		kept: { en: 'Seven years after it is lifted', es: 'Siete años después de levantarse' },
		readers: ['program_admin'],
		left: {
			account_id: {
				en: 'that a claim is expected is not told to one side',
				es: 'que se espera un reclamo no se le dice a una sola parte',
			},
			placed_by: 'other',
			lifted_by: 'other',
		},
		over: { days: 7 * 366, since: 'lifted_at' },
	},
];
