import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, tenantKey } from '../../platform/db/server/columns.ts';
import { canWait } from '../set-up.ts';

/** That somebody set a step of the guide aside, or took it up again; the last one counts. */
export const setUpChoice = pgTable(
	'set_up_choice',
	{
		orgId: orgId(),
		id: id(),
		step: text({ enum: canWait }).notNull(),
		choice: text({ enum: ['later', 'now'] }).notNull(),
		at: instant().notNull(),
		by: uuid().notNull(),
	},
	(table) => [tenantKey(table, table.id), index().on(table.orgId, table.step, table.at)],
);
