import type { TableData } from '../../platform/privacy/table-data.ts';

/** The tables of speaking up. */
export const speakupData: readonly TableData[] = [
	{
		table: 'sealed_note',
		title: { en: 'Sealed notes', es: 'Notas selladas' },
		purpose: {
			en: 'To bring a note to the handlers, sealed before it is stored. No account, no name and no hour stand beside it, so nobody can find one’s own: it is in no copy.',
			es: 'Llevar una nota a quienes la atienden, sellada antes de guardarse. No tiene cuenta, nombre ni hora, así que nadie puede encontrar la suya: no está en ninguna copia.',
		},
		whose: 'reporters',
		basis: 'law',
		kept: {
			en: 'Until handlers have a rule of their own for it',
			es: 'Hasta que quienes atienden fijen su propia regla',
		},
		readers: ['handler'],
	},
];
