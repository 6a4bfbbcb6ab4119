import type { Basis, LeftOut, Reader, Words } from './table-data.ts';

/** The kinds of reason for holding data, as the privacy page says them. */
export const basisWords: Record<Basis, Words> = {
	law: { en: 'A law asks for it', es: 'Una ley lo exige' },
	employment: { en: 'It is part of working here', es: 'Forma parte de trabajar aquí' },
	interest: {
		en: 'The organization needs it to run this safely and to show what was done',
		es: 'La organización lo necesita para que esto funcione con seguridad y para demostrar lo que se hizo',
	},
	choice: { en: 'The person chose to give it', es: 'La persona decidió darlo' },
	none: { en: 'It is not about anybody', es: 'No se refiere a nadie' },
};

/** Readers in words. A role that reads a table needs a line here. */
export const readerWords: Partial<Record<Reader, Words>> & Record<string, Words | undefined> = {
	self: { en: 'the person themselves', es: 'la propia persona' },
	manager: { en: 'their manager', es: 'su gerente' },
	operator: { en: 'whoever runs the server', es: 'quien administra el servidor' },
	everyone: { en: 'everyone', es: 'todo el mundo' },
	nobody: { en: 'nobody, only the software', es: 'nadie, solo el programa' },
	program_admin: { en: 'program admins', es: 'quienes administran el programa' },
	handler: { en: 'handlers', es: 'quienes atienden reportes' },
	auditor: { en: 'auditors', es: 'quienes auditan' },
};

/** Why something is not in a copy. */
export const leftOutWords: Record<Extract<LeftOut, string>, Words> = {
	internal: { en: 'an inner key of the software', es: 'una clave interna del programa' },
	secret: { en: 'a secret, or what is left of one', es: 'un secreto, o lo que queda de él' },
	other: { en: 'it names somebody else', es: 'nombra a otra persona' },
};

export const whoseWords: Record<'people' | 'nobody' | 'reporters', Words> = {
	people: { en: 'people who work here', es: 'las personas que trabajan aquí' },
	nobody: { en: 'nobody', es: 'nadie' },
	reporters: {
		en: 'whoever spoke up, without their name',
		es: 'quien habló, sin su nombre',
	},
};
