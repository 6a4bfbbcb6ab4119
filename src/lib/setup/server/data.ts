import type { TableData } from '../../platform/privacy/table-data.ts';

/** The table of the set-up guide. */
export const setUpData: readonly TableData[] = [
	{
		table: 'set_up_choice',
		title: { en: 'Steps of the set-up set aside', es: 'Pasos de la preparación apartados' },
		purpose: {
			en: 'To know who decided that a step of the set-up can wait',
			es: 'Saber quién decidió que un paso de la preparación puede esperar',
		},
		whose: 'people',
		basis: 'interest',
		kept: { en: 'As long as the organization is here', es: 'Mientras la organización esté aquí' },
		readers: ['program_admin'],
		left: { by: 'other' },
	},
];
