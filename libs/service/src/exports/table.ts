import type { Language, Text } from '@sportello/contracts/contract';
import { type CivilDate, displayDate, romeDateTime } from '@sportello/italy/rome-time';

/** What a cell may hold. Codes and numbers of more than fifteen digits are texts: spreadsheets round numbers, and drop their zeros. */
interface Values {
  text: string;
  number: number;
  /** Whole cents of euro. */
  cents: number;
  date: CivilDate;
  /** Shown at the minute in Rome. */
  instant: Date;
  boolean: boolean;
}
type Kind = keyof Values;

/** One column of a table. */
export type Column<Row> = {
  [K in Kind]: {
    /** What it is called in JSON. */
    key: string;
    /** What it is called for people. */
    heading: Text;
    kind: K;
    /** Null leaves the cell empty. */
    of(row: Row): Values[K] | null;
  };
}[Kind];

/** A table as it is written, page after page: there is never more of it in memory than some pages. */
export interface Table<Row> {
  title: Text;
  columns: readonly Column<Row>[];
  /** What JSON has in the place of the columns: values with parts, as cells have none. */
  inJson?: readonly { key: string; of(row: Row): unknown }[];
  /** The rows in order, some hundred at a time. */
  pages: AsyncIterable<readonly Row[]>;
}

export type Cell = { [K in Kind]: { kind: K; value: Values[K] } }[Kind];

/** The cells of a row; null for an empty one. */
export const cellsOf = <Row>({ columns }: Table<Row>, row: Row): (Cell | null)[] =>
  columns.map(({ kind, of }) => {
    const value = of(row);
    return value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? null : ({ kind, value } as Cell);
  });

const words = { it: { yes: 'Sì', no: 'No' }, en: { yes: 'Yes', no: 'No' } };

/** What stands in a cell as people in Italy write it: decimal commas, days and hours of Rome. */
export function inWords(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case 'text':
      return cell.value;
    case 'number':
      return String(cell.value).replace('.', ',');
    case 'cents':
      return (cell.value / 100).toFixed(2).replace('.', ',');
    case 'date':
      return displayDate(cell.value);
    case 'instant': {
      const { date, time } = romeDateTime(cell.value);
      return `${displayDate(date)} ${time.slice(0, 5)}`;
    }
    case 'boolean':
      return words[language][cell.value ? 'yes' : 'no'];
  }
}

/** Rows of a sheet, its heading among them: neither Excel nor LibreOffice opens more. */
export const ROWS_OF_SHEET = 1_048_576;

/** Hands out the rows of a table sheet by sheet: the last of each is the last that fits under the heading. */
export class Sheets<Row> {
  private readonly pages: AsyncIterator<readonly Row[]>;
  private ahead: readonly Row[] = [];

  constructor(table: Table<Row>) {
    this.pages = table.pages[Symbol.asyncIterator]();
  }

  async isThereMore(): Promise<boolean> {
    while (this.ahead.length === 0) {
      const { done, value } = await this.pages.next();
      if (done) return false;
      this.ahead = value;
    }
    return true;
  }

  async *next(): AsyncGenerator<readonly Row[]> {
    let room = ROWS_OF_SHEET - 1;
    while (room > 0 && (await this.isThereMore())) {
      const rows = this.ahead.slice(0, room);
      this.ahead = this.ahead.slice(room);
      room -= rows.length;
      yield rows;
    }
  }

  /** Whoever makes the rows is told that no more are wanted. */
  async end(): Promise<void> {
    await this.pages.return?.();
  }
}

/** Names of sheets may have no more characters, and none of these. */
const NAME_LENGTH = 31;

/** @param at which sheet it is, from 1 */
export const sheetName = (title: string, at: number): string => {
  const end = at === 1 ? '' : ` (${at})`;
  const plain = title.replace(/[[\]:*?/\\'\p{C}]/gu, ' ').trim() || 'Sheet';
  return plain.slice(0, NAME_LENGTH - end.length).trimEnd() + end;
};
