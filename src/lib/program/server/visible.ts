import { sql } from 'drizzle-orm';

/**
 * Whether an `assignment` called `a` may be seen by others than the person it was asked of: the only place that decides
 * it. What is not visible is counted nowhere and stands in no list. Everything is, until something is asked of
 * somebody in confidence.
 */
export const visible = sql`true`;
