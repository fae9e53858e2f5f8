/**
 * Colours that a text with layout may have (TIC-08), each dark or light enough to be read on any of the others (WCAG 2.2, 1.4.3). They are kept as
 * classes: the content policy allows no styles in a text.
 */
export const inks = ['red', 'orange', 'green', 'blue', 'purple'] as const;
export const papers = ['yellow', 'green', 'red', 'blue'] as const;

/** The names of their classes. */
export const inkClass = 'sp-ink-';
export const paperClass = 'sp-paper-';
