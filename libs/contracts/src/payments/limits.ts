/** The most notices that are paid together: as many as pagoPA takes in one cart. */
export const MOST_NOTICES = 5;
