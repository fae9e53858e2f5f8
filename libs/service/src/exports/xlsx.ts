import type { Language } from '@sportello/contracts/contract';
import { displayDate, romeDateTime } from '@sportello/italy/rome-time';
import { type Cell, cellsOf, Sheets, sheetName, type Table } from './table.js';
import { declaration, fitted, xml } from './xml.js';
import { type Part, zipOf } from './zip.js';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ofPackages = 'http://schemas.openxmlformats.org/package/2006';
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;

/** Excel's own format (ECMA-376), with typed cells. */
export const xlsxOf = <Row>(table: Table<Row>, language: Language) => zipOf(partsOf(table, language));

async function* partsOf<Row>(table: Table<Row>, language: Language): AsyncGenerator<Part> {
  const sheets = new Sheets(table);
  const names: string[] = [];
  try {
    do {
      names.push(sheetName(table.title[language], names.length + 1));
      yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetOf(table, sheets.next(), language) };
    } while (await sheets.isThereMore());
  } finally {
    await sheets.end();
  }
  const each = (write: (at: number, name: string) => string) => names.map((name, index) => write(index + 1, name)).join('');
  yield { name: 'xl/styles.xml', content: styles };
  yield {
    name: 'xl/workbook.xml',
    content: `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>${each(
      (at, name) => `<sheet name="${xml(name)}" sheetId="${at}" r:id="rId${at}"/>`,
    )}</sheets></workbook>`,
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: `${declaration}<Relationships xmlns="${ofPackages}/relationships">${each(
      (at) => `<Relationship Id="rId${at}" Type="${relationships}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
    )}<Relationship Id="rId0" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  };
  yield {
    name: '_rels/.rels',
    content: `${declaration}<Relationships xmlns="${ofPackages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  };
  yield {
    name: '[Content_Types].xml',
    content: `${declaration}<Types xmlns="${ofPackages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/>${each(
      (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${typeOf('worksheet')}"/>`,
    )}</Types>`,
  };
}

async function* sheetOf<Row>(table: Table<Row>, pages: AsyncIterable<readonly Row[]>, language: Language): AsyncGenerator<string> {
  const { columns } = table;
  const widths = columns.map(({ kind }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width[kind]}" customWidth="1"/>`);
  // The heading stays in sight.
  yield `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield rowOf(columns.map(({ heading }) => textCell(heading[language], style.heading, language)));
  for await (const page of pages) yield page.map((row) => rowOf(cellsOf(table, row).map((cell) => cellOf(cell, language)))).join('');
  yield '</sheetData></worksheet>';
}

const rowOf = (cells: string[]): string => `<row>${cells.join('')}</row>`;

const width = { text: 30, number: 12, cents: 14, date: 12, instant: 18, boolean: 10 };

/** Places in `cellXfs`. */
const style = { heading: 1, text: 2, cents: 3, date: 4, instant: 5 };
const styles = `${declaration}<styleSheet xmlns="${spreadsheet}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00\\ [$€-410]"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf xfId="0" numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/>${[49, 164, 165, 166].map((format) => `<xf xfId="0" numFmtId="${format}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

function cellOf(cell: Cell | null, language: Language): string {
  switch (cell?.kind) {
    case undefined:
      return '<c/>';
    case 'text':
      return textCell(cell.value, style.text, language);
    case 'number':
      return `<c><v>${cell.value}</v></c>`;
    case 'cents':
      return `<c s="${style.cents}"><v>${cell.value / 100}</v></c>`;
    case 'date':
      return dayCell(cell.value, language);
    case 'instant': {
      const { date, time } = romeDateTime(cell.value);
      return `<c s="${style.instant}"><v>${daysTo(`${date}T${time}`)}</v></c>`;
    }
    case 'boolean':
      return `<c t="b"><v>${cell.value ? 1 : 0}</v></c>`;
  }
}

/** A text is never a formula, whatever it begins with. Excel reads `_x0041_` as an A: a text in which that stands has its stroke escaped. */
const textCell = (text: string, as: number, language: Language): string =>
  `<c t="inlineStr" s="${as}"><is><t xml:space="preserve">${xml(fitted(text, language).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t></is></c>`;

/** Excel counts days from 1900, and one too many until February of that year is over: what lies before is written as a text. */
const dayCell = (date: string, language: Language): string =>
  date < '1900-03-01' ? textCell(displayDate(date), style.text, language) : `<c s="${style.date}"><v>${daysTo(`${date}T00:00:00`)}</v></c>`;

/** Days since the end of 1899, as Excel counts them, of a date and hour that belong to no zone. */
const daysTo = (wall: string): number => (Date.parse(`${wall}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
