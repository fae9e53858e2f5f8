import type { Text } from '@sportello/contracts/contract';
import { invalidInput } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { CsvError, parse } from 'csv-parse/sync';

/** A row of a file with its values by heading. */
export interface CsvRow {
  /** On which it begins, from 1. */
  line: number;
  /** Why its cells do not stand under their headings. */
  uneven?: Text;
  values: Record<string, string>;
}

interface Expected {
  /** Of the field in which the file came, such as `/csv`. */
  pointer: string;
  /** Rows at a time. */
  most: number;
  /** Headings without which nothing can be read. */
  required: readonly string[];
}

/**
 * The rows of a CSV file by RFC 4180, below its line of headings. Columns are separated by semicolons, as Italian spreadsheets write them, or by
 * commas: by what stands more often in the headings. Empty lines, and spaces around a value, are left out.
 * @throws Problem `invalidInput` for a file without rows or with more than `most`, for headings that are missing or repeated, and for quotation
 *   marks that nothing closes: what follows them would be read as one value
 */
export function csvRows(text: string, { pointer, most, required }: Expected): CsvRow[] {
  const check = (isRight: boolean, detail: Text) => {
    if (!isRight) throw new Problem(invalidInput, detail, { errors: [{ pointer, detail }] });
  };
  const lines: Line[] = [];
  let end = 0;
  try {
    for (const { record, info } of parse(text, { ...rules, delimiter: delimiterOf(text) }) as unknown as Parsed[]) {
      if (record.some((cell) => cell !== '')) lines.push({ line: end + 1, cells: record });
      end = info.lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    check(false, quotation(end + 1));
  }
  const [headings, ...rows] = lines;
  const names = headings?.cells ?? [];
  check(rows.length > 0, nothing);
  check(rows.length <= most, tooMany(most));
  const lacking = required.filter((name) => !names.includes(name));
  check(lacking.length === 0, lacks(lacking));
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at);
  check(twice.length === 0, doubled(twice));
  return rows.map(({ line, cells }, at) => ({
    line,
    ...unevenness(cells, names.length, at === rows.length - 1),
    values: Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])),
  }));
}

/** A value with a separator in it makes more cells; where a file was cut its last row has fewer. */
function unevenness(cells: readonly string[], columns: number, isLast: boolean): { uneven?: Text } {
  if (cells.slice(columns).some((cell) => cell !== '')) return { uneven: tooLong };
  return isLast && cells.length < columns ? { uneven: cut } : {};
}

interface Line {
  line: number;
  cells: string[];
}

interface Parsed {
  record: string[];
  /** `lines` is the line on which the record ends. */
  info: { lines: number };
}

const rules = { bom: true, info: true, trim: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };

function delimiterOf(text: string): string {
  const [headings = ''] = text.split('\n', 1);
  return headings.split(';').length >= headings.split(',').length ? ';' : ',';
}

const nothing: Text = { it: 'Nel file non ci sono righe', en: 'The file has no rows' };
const tooMany = (most: number): Text => ({ it: `Al più ${most} righe per volta`, en: `${most} rows at a time at most` });
const lacks = (names: string[]): Text => ({
  it: `Mancano le colonne: ${names.join(', ')}`,
  en: `Columns are missing: ${names.join(', ')}`,
});
const doubled = (names: string[]): Text => ({
  it: `Colonne che compaiono più volte: ${names.join(', ')}`,
  en: `Columns that stand there more than once: ${names.join(', ')}`,
});
const tooLong: Text = {
  it: 'la riga ha più colonne delle intestazioni: metti fra virgolette i valori che contengono il separatore',
  en: 'the row has more columns than the headings: put values with a separator in them between quotation marks',
};
const cut: Text = {
  it: 'la riga ha meno colonne delle intestazioni: il file è incompleto?',
  en: 'the row has fewer columns than the headings: is the file incomplete?',
};
const quotation = (line: number): Text => ({
  it: `Virgolette non chiuse o seguite da altro testo, dalla riga ${line}`,
  en: `Quotation marks that are not closed, or are followed by other text, from line ${line} on`,
});
