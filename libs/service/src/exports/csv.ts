import type { Language } from '@sportello/contracts/contract';
import { type Cell, cellsOf, inWords, type Table } from './table.js';

/**
 * As Italian spreadsheets open it: UTF-8 with its mark, semicolons, decimal commas. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection); a number is a number, and keeps its sign.
 */
export async function* csvOf<Row>(table: Table<Row>, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${table.columns.map(({ heading }) => textField(heading[language])).join(';')}\r\n`;
  for await (const page of table.pages) {
    let lines = '';
    for (const row of page)
      lines += `${cellsOf(table, row)
        .map((cell) => fieldOf(cell, language))
        .join(';')}\r\n`;
    yield lines;
  }
}

/** What begins with a letter or a digit and has nothing to be quoted or left out, as most texts do: one look is much cheaper than all that follows. */
const plain = /^[\p{L}\p{N}][^\p{Cc};"]*$/u;

const textField = (text: string): string => (plain.test(text) ? text : quoted(harmless(text)));

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What begins a formula, in letters of half and of full width. */
const harmless = (text: string): string => {
  const clean = text.replace(/[^\P{Cc}\t\r\n]/gu, '');
  return /^[=+\-@\t\r\n＝＋－＠]/.test(clean) ? `'${clean}` : clean;
};

/** Numbers, days and hours as they are written have nothing to be quoted. */
const fieldOf = (cell: Cell | null, language: Language): string => {
  if (cell === null) return '';
  return cell.kind === 'text' ? textField(cell.value) : inWords(cell, language);
};
