import type { Language } from '@sportello/contracts/contract';
import { type Cell, cellsOf, inWords, type Table } from './table.js';

/**
 * As Italian spreadsheets open it: UTF-8 with its mark, semicolons, decimal commas. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection); a number is a number, and keeps its sign.
 */
export async function* csvOf<Row>(table: Table<Row>, language: Language): AsyncGenerator<string> {
  yield `\uFEFF${line(table.columns.map(({ heading }) => harmless(heading[language])))}`;
  for await (const page of table.pages) yield page.map((row) => line(cellsOf(table, row).map((cell) => fieldOf(cell, language)))).join('');
}

const line = (cells: string[]): string => `${cells.map(quoted).join(';')}\r\n`;

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What begins a formula, in letters of half and of full width. */
const harmless = (text: string): string => {
  const clean = text.replace(/[^\P{Cc}\t\r\n]/gu, '');
  return /^[=+\-@\t\r\n＝＋－＠]/.test(clean) ? `'${clean}` : clean;
};

const fieldOf = (cell: Cell | null, language: Language): string => {
  if (cell === null) return '';
  return cell.kind === 'text' ? harmless(cell.value) : inWords(cell, language);
};
