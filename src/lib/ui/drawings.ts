/** Line drawings that set a place behind the characters, in the manner of the portraits: one path, stroked. */
export const drawings = {
	/** a wall clock */
	station: { box: '0 0 60 60', path: 'M30 4a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM30 30L20 41.5M30 30L34 11' },
	/** a coffee machine */
	breakroom: {
		box: '0 0 120 150',
		path: 'M18 148V14h84v134M18 44h84M34 30h.1M46 30h.1M52 44v14h16V44M40 148v-6h40v6M46 142l-3-34h34l-3 34M77 114c14-2 16 18-1 20M54 98c-4-6 4-8 0-14M66 98c-4-6 4-8 0-14',
	},
	/** shelves with boxes */
	warehouse: {
		box: '0 0 130 150',
		path: 'M8 4v146M122 4v146M8 52h114M8 102h114M18 52V24h34v28M30 24v10h10V24M62 52V34h42v18M20 102V70h46v32M36 70v12h14V70M78 102V82h30v20M24 150v-28h28v28M64 150v-34h46v34M80 116v12h14v-12',
	},
	/** a window and a plant */
	office: {
		box: '0 0 120 150',
		path: 'M14 10h64v72H14zM46 10v72M14 46h64M84 150l-5-32h32l-5 32ZM95 118c-2-20 0-34 2-48M96 96c-12-2-18-10-18-22 12 2 18 10 18 22M96 84c12-4 16-14 14-26-12 4-16 14-14 26',
	},
	/** the frame of a video call */
	call: {
		box: '0 0 140 110',
		path: 'M6 6h128v84H6zM70 6v84M6 104h128M30 74c0-22 20-22 20 0M40 52a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM92 74c0-22 20-22 20 0M102 52a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
	},
	/** a door with an exit sign */
	corridor: {
		box: '0 0 110 150',
		path: 'M20 150V36h70v114M32 150V48h46v102M70 100h.1M40 10h30v14H40zM47 17h14M57 13l4 4-4 4',
	},
} as const;

export type Drawing = keyof typeof drawings;
