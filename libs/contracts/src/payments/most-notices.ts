/** The most notices that are paid together. pagoPA, Checkout for creditor institutions */
export const MOST_NOTICES = 5;
