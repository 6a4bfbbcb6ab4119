import { date, foreignKey, primaryKey, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** The organization a row belongs to. Every tenant table begins with it; `build-walls.ts` finds tables by it. */
export const orgId = () => uuid().notNull();

export const id = () => uuid().notNull();

/** An instant, with time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

/** A calendar day without time or zone, as `YYYY-MM-DD`. */
export const day = () => date({ mode: 'string' });

/** Organization first: tables distributed by organization keep their keys local. */
export const tenantKey = (table: { orgId: AnyPgColumn }, ...columns: AnyPgColumn[]) =>
	primaryKey({ columns: [table.orgId, ...columns] as [AnyPgColumn, ...AnyPgColumn[]] });

/** A reference that cannot leave the organization. */
export const tenantReference = (
	from: readonly [AnyPgColumn, ...AnyPgColumn[]],
	to: readonly [AnyPgColumn, ...AnyPgColumn[]],
) => foreignKey({ columns: [...from], foreignColumns: [...to] });
