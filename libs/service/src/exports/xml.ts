import type { Language } from '@sportello/contracts/contract';

/** What XML 1.0 has no way to write. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A text for an element or an attribute. */
export const xml = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"\r]/g, (character) => entities[character] as string);

/** Characters of one cell: a spreadsheet that finds more asks to repair the file. */
const CELL_LENGTH = 32_767;
const cut: Record<Language, string> = { it: ' […troncato]', en: ' […cut short]' };

/** A text as far as a cell of a spreadsheet takes it; where it is cut it says so. */
export const fitted = (text: string, language: Language): string =>
  text.length <= CELL_LENGTH ? text : text.slice(0, CELL_LENGTH - cut[language].length) + cut[language];

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
