/** A path of this site to come back to, or the home page: an address of somebody else is never followed. */
export const returnPath = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/');
