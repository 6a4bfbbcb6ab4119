/** Minutes without anybody there after which a session on a shared tablet is over. */
export const tabletIdleMinutes = 10;
/** Minutes after which it is over in any case: the longest that one sits at a course without a break. */
export const tabletMinutes = 90;
/** Seconds between two notes that somebody is there: no view writes, a minute of views does. */
export const awakeSeconds = 60;

const mark = 'tablet-';

/** The token of a session on a shared tablet says so, that whoever comes too late is led to the badge form. */
export const tabletToken = (token: string) => mark + token;
export const isTabletToken = (token: string | undefined) => token?.startsWith(mark) ?? false;
