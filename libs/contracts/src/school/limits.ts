/** In cents of euro: the least and the most that is paid in at once. */
export const LEAST_TOP_UP = 100;
export const MOST_TOP_UP = 100_000;

/** Children of one report of absences. */
export const MOST_CHILDREN = 6;
