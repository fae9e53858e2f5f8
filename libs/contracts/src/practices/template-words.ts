/** What a text at hand may name of the practice in which it is used, between braces. */
export const templateWords = ['numero', 'richiedente', 'servizio', 'ufficio'] as const;
export type TemplateWord = (typeof templateWords)[number];

/** A text at hand with the values of a practice in the place of the words between braces. Other words in braces stay as they are. */
export const filledIn = (text: string, values: Readonly<Record<TemplateWord, string>>): string =>
  text.replaceAll(/\{([a-z]{1,20})\}/g, (written, word: string) =>
    (templateWords as readonly string[]).includes(word) ? values[word as TemplateWord] : written,
  );
