/** In cents of euro: the least and the most that is paid in at once. */
export const LEAST_TOP_UP = 100;
export const MOST_TOP_UP = 100_000;

/** Children of one report of absences. */
export const MOST_CHILDREN = 6;

/** Days of service before the end of the money of a badge on which its parent is told: where she has not said otherwise, and at most. */
export const DEFAULT_WARNING_DAYS = 5;
export const MOST_WARNING_DAYS = 20;
