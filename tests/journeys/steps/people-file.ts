import { inventPeopleFile } from '../../../src/lib/demo/server/invent-people.ts';

/** People in the file whose lines can be read. */
export const filePeople = 200;

/** Lines that go wrong, in the order in which they stand at the end of the file, and the reason by its message. */
const broken = [
	{
		line: ',Noor,Haddad,noor@aldervale.example,1002,Nursing,,en,2022-02-14',
		reason: 'number_missing',
		held: true,
	},
	{
		line: '1904,Ines,Vidal,ines@aldervale.example,1002,Nursing,,es,2022-02-14',
		reason: 'number_twice',
		held: true,
	},
	{
		line: '1904,Dino,Prata,dino@aldervale.example,1002,Nursing,,en,2022-02-14',
		reason: 'number_twice',
		held: true,
	},
	{
		line: '1901,Kofi,Mensah,kofi(at)aldervale.example,1002,Nursing,,en,2022-02-14',
		reason: 'email_broken',
		held: false,
	},
	{
		line: '1902,Lena,Wolf,lena@aldervale.example,1002,Nursing,,en,03/04/2022',
		reason: 'date_ambiguous',
		held: false,
	},
	{
		line: '1903,Raúl,Ponce,raul@aldervale.example,77777,Nursing,,es,2022-02-14',
		reason: 'manager_unknown',
		held: false,
	},
] as const;

/** A spreadsheet of 200 people with six more lines in which something is wrong. */
export function peopleFile() {
	const good = inventPeopleFile(filePeople);
	const first = filePeople + 2; // after the heading
	const content = good + broken.map(({ line }) => `${line}\n`).join('');
	return {
		upload: { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(content) },
		problems: broken.map(({ reason, held }, index) => ({ line: first + index, reason, held })),
		/** Who comes in: a problem that holds nobody back costs only its cell. */
		people: filePeople + broken.filter(({ held }) => !held).length,
		held: broken.filter(({ held }) => held).length,
		/** Addresses that can be written to. */
		addresses: [...content.matchAll(/[\w.+-]+@aldervale\.example/g)]
			.map(([address]) => address)
			.filter((address) => !/^(noor|ines|dino)@/.test(address)),
	};
}
