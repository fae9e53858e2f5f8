/** Holds the language that somebody chose on this browser, `it` or `en`: the pages write it, and the gateway leads to that language. */
export const languageCookie = 'sportello-language';
