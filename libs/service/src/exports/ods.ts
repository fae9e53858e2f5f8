import type { Language } from '@sportello/contracts/contract';
import { romeDateTime } from '@sportello/italy/rome-time';
import { type Cell, cellsOf, inWords, Sheets, sheetName, type Table } from './table.js';
import { declaration, fitted, xml } from './xml.js';
import { type Part, zipOf } from './zip.js';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
const spaces = ['office', 'table', 'text', 'style', 'number', 'fo']
  .map((name) => {
    const last = { number: 'datastyle', fo: 'xsl-fo-compatible' }[name] ?? name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${last}:1.0"`;
  })
  .join(' ');

/** The open format of spreadsheets (ISO/IEC 26300), with typed cells. */
export const odsOf = <Row>(table: Table<Row>, language: Language) => zipOf(partsOf(table, language));

async function* partsOf<Row>(table: Table<Row>, language: Language): AsyncGenerator<Part> {
  // The first part, and plain: programs know the file by it.
  yield { name: 'mimetype', content: mediaType, isPlain: true };
  yield { name: 'content.xml', content: contentOf(table, language) };
  // Some programs open no file without it, although all styles stand with the content.
  yield { name: 'styles.xml', content: `${declaration}<office:document-styles ${spaces} office:version="1.3"/>` };
  const entries = [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
  ].map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
  yield {
    name: 'META-INF/manifest.xml',
    content: `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`,
  };
}

async function* contentOf<Row>(table: Table<Row>, language: Language): AsyncGenerator<string> {
  const { columns } = table;
  const sheets = new Sheets(table);
  yield `${declaration}<office:document-content ${spaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>`;
  try {
    let at = 0;
    do {
      at += 1;
      yield `<table:table table:name="${xml(sheetName(table.title[language], at))}">`;
      yield columns.map(({ kind }) => `<table:table-column table:style-name="w-${kind}"/>`).join('');
      yield `<table:table-header-rows>${rowOf(columns.map(({ heading }) => textCell(heading[language], 'heading', language)))}</table:table-header-rows>`;
      for await (const page of sheets.next())
        yield page.map((row) => rowOf(cellsOf(table, row).map((cell) => cellOf(cell, language)))).join('');
      yield '</table:table>';
    } while (await sheets.isThereMore());
  } finally {
    await sheets.end();
  }
  yield '</office:spreadsheet></office:body></office:document-content>';
}

const rowOf = (cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

const twoDigits = (part: string) => `<number:${part} number:style="long"/>`;
const day = `${twoDigits('day')}<number:text>/</number:text>${twoDigits('month')}<number:text>/</number:text>${twoDigits('year')}`;
const minute = `${twoDigits('hours')}<number:text>:</number:text>${twoDigits('minutes')}`;
const cellStyle = (name: string, format: string, more = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${format}">${more}</style:style>`;
const widths = { text: 6, number: 2.5, cents: 3, date: 2.5, instant: 3.8, boolean: 2 };
const styles = [
  '<number:text-style style:name="n-text"><number:text-content/></number:text-style>',
  '<number:currency-style style:name="n-cents"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol number:language="it" number:country="IT">€</number:currency-symbol></number:currency-style>',
  `<number:date-style style:name="n-date">${day}</number:date-style>`,
  `<number:date-style style:name="n-instant">${day}<number:text> </number:text>${minute}</number:date-style>`,
  cellStyle('heading', 'n-text', '<style:text-properties fo:font-weight="bold"/>'),
  ...['text', 'cents', 'date', 'instant'].map((kind) => cellStyle(kind, `n-${kind}`)),
  ...Object.entries(widths).map(
    ([kind, width]) =>
      `<style:style style:name="w-${kind}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  ),
].join('');

/** The value for programs that reckon, and its words for those that only show it. */
function cellOf(cell: Cell | null, language: Language): string {
  if (cell === null) return '<table:table-cell/>';
  if (cell.kind === 'text') return textCell(cell.value, 'text', language);
  return `<table:table-cell ${attributesOf(cell)}><text:p>${inWords(cell, language)}</text:p></table:table-cell>`;
}

function attributesOf(cell: Exclude<Cell, { kind: 'text' }>): string {
  switch (cell.kind) {
    case 'number':
      return `office:value-type="float" office:value="${cell.value}"`;
    case 'cents':
      return `table:style-name="cents" office:value-type="currency" office:currency="EUR" office:value="${cell.value / 100}"`;
    case 'date':
      return `table:style-name="date" office:value-type="date" office:date-value="${cell.value}"`;
    case 'instant': {
      const { date, time } = romeDateTime(cell.value);
      return `table:style-name="instant" office:value-type="date" office:date-value="${date}T${time}"`;
    }
    case 'boolean':
      return `office:value-type="boolean" office:boolean-value="${cell.value}"`;
  }
}

/** Lines are paragraphs. White space in a row would become one space: it is spelt out. */
const textCell = (text: string, as: string, language: Language): string => {
  const lines = fitted(text, language)
    .split(/\r\n|\r|\n/)
    .map(
      (line) =>
        `<text:p>${xml(line)
          .replace(/\t/g, '<text:tab/>')
          .replace(/^ | (?= )| $/g, '<text:s/>')}</text:p>`,
    );
  return `<table:table-cell table:style-name="${as}" office:value-type="string">${lines.join('')}</table:table-cell>`;
};
