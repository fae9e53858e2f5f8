import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as reader from '@e965/xlsx';
import { expect, test } from '@jest/globals';
import type { ExportFormat } from '@sportello/contracts/exports';
import fc from 'fast-check';
import { type Column, ROWS_OF_SHEET, type Table } from './table.js';
import { tableFile } from './table-file.js';

interface Row {
  name: string | null;
  count: number | null;
  amountCents: number | null;
  born: string | null;
  sentAt: Date | null;
  isUrgent: boolean | null;
}

const columns: Column<Row>[] = [
  { key: 'name', heading: { it: 'Nome', en: 'Name' }, kind: 'text', of: ({ name }) => name },
  { key: 'count', heading: { it: 'Numero', en: 'Number' }, kind: 'number', of: ({ count }) => count },
  { key: 'amountCents', heading: { it: 'Importo', en: 'Amount' }, kind: 'cents', of: ({ amountCents }) => amountCents },
  { key: 'born', heading: { it: 'Nascita', en: 'Birth' }, kind: 'date', of: ({ born }) => born },
  { key: 'sentAt', heading: { it: 'Invio', en: 'Sent' }, kind: 'instant', of: ({ sentAt }) => sentAt },
  { key: 'isUrgent', heading: { it: '=Urgente', en: '=Urgent' }, kind: 'boolean', of: ({ isUrgent }) => isUrgent },
];

const empty: Row = { name: null, count: null, amountCents: null, born: null, sentAt: null, isUrgent: null };
const named = (...names: string[]): Row[] => names.map((name) => ({ ...empty, name }));

/** Rows as a database gives them. */
async function* pagesOf<T>(rows: Iterable<T>): AsyncGenerator<T[]> {
  let page: T[] = [];
  for (const row of rows) {
    if (page.push(row) < 500) continue;
    yield page;
    page = [];
  }
  yield page;
}
const tableOf = (rows: Iterable<Row>, title = 'Coda: pratiche'): Table<Row> => ({
  title: { it: title, en: 'Queue: practices' },
  columns,
  pages: pagesOf(rows),
});
const bytesOf = (rows: Row[], format: ExportFormat, language: 'it' | 'en' = 'it'): Promise<Buffer> =>
  buffer(tableFile(tableOf(rows), format, language));
const csvOf = async (rows: Row[], language: 'it' | 'en' = 'it'): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(rows, 'csv', language));

/** The sheet as a program that is not ours reads it: cells by their places. */
async function sheetOf(rows: Row[], format: ExportFormat, language: 'it' | 'en' = 'it') {
  const book = reader.read(await bytesOf(rows, format, language), { cellNF: true });
  const [name = ''] = book.SheetNames;
  return { name, cells: (book.Sheets[name] ?? {}) as Record<string, reader.CellObject | undefined> };
}

const sheets = ['xlsx', 'ods'] as const;
const formats = ['csv', 'json', ...sheets] as const;

/** 00:10 of the first of July in Rome. */
const night = new Date('2026-06-30T22:10:00Z');
const full: Row = { name: "D'ALÒ", count: -2.5, amountCents: -1250, born: '2026-07-01', sentAt: night, isUrgent: true };

test('BKO-20: a CSV is UTF-8 with its mark, with semicolons, decimal commas and days and hours of Rome', async () => {
  expect(await csvOf([full, { ...empty, count: 1_234_567, amountCents: 5 }])).toBe(
    "\uFEFFNome;Numero;Importo;Nascita;Invio;'=Urgente\r\nD'ALÒ;-2,5;-12,50;01/07/2026;01/07/2026 00:10;Sì\r\n;1234567;0,05;;;\r\n",
  );
});

test('what a spreadsheet would take for a formula is harmless in a CSV, and a negative number stays one', async () => {
  const cellsOf = async (...names: string[]) => {
    const read = reader.read((await csvOf(named(...names))).slice(1), { type: 'string', FS: ';', raw: true });
    return reader.utils
      .sheet_to_json<string[]>(read.Sheets[read.SheetNames[0] ?? ''] as reader.WorkSheet, { header: 1 })
      .map(([name]) => name);
  };
  expect(
    await cellsOf('=1+1', '@SUM(A1)', '-2+3', '+390110824108', '\t=1', '\r=1', '＝1+1', '\u0000=1', '00184', '301000000000123456'),
  ).toEqual(['Nome', "'=1+1", "'@SUM(A1)", "'-2+3", "'+390110824108", "'\t=1", "'\r=1", "'＝1+1", "'=1", '00184', '301000000000123456']);
  expect(await csvOf([{ ...empty, count: -1, amountCents: -1 }])).toContain('\r\n;-1;-0,01;');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
      const [, written = ''] = (await csvOf(named(name))).split(/^.*Urgente\r\n/);
      expect(written.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

test('a field with separators, quotes and lines is one field of a CSV', async () => {
  expect(await csvOf(named('a;"b"\nc'))).toContain('\r\n"a;""b""\nc";;;;;\r\n');
  expect(await csvOf(named('a\u0014b'))).toContain('\r\nab;');
});

test.each(sheets)('BKO-20: a cell of %s is what it was, as another program reads it', async (format) => {
  const { name, cells } = await sheetOf([full], format);
  expect(name).toBe('Coda  pratiche');
  expect(Object.fromEntries(['A1', 'F1', 'A2', 'B2', 'C2', 'F2'].map((at) => [at, cells[at]?.v]))).toEqual({
    A1: 'Nome',
    F1: '=Urgente',
    A2: "D'ALÒ",
    B2: -2.5,
    C2: -12.5,
    F2: true,
  });
  expect([cells['D2']?.v, cells['E2']?.v].map((serial) => Number(serial).toFixed(5))).toEqual(['46204.00000', '46204.00694']);
  expect((await sheetOf([], format, 'en')).cells['C1']?.v).toBe('Amount');
  expect((await sheetOf([empty, full], format)).cells['B3']?.v).toBe(-2.5);
});

test('a sheet of Excel shows amounts in euro, and days and hours as they are written in Italy', async () => {
  const { cells } = await sheetOf([full, { ...empty, born: '1899-05-01' }], 'xlsx');
  expect(['C2', 'D2', 'E2'].map((at) => reader.SSF.format(String(cells[at]?.z), Number(cells[at]?.v)))).toEqual([
    '-12.50 €',
    '01/07/2026',
    '01/07/2026 00:10',
  ]);
  // Excel has no days before 1900.
  expect(cells['D3']).toMatchObject({ t: 's', v: '01/05/1899' });
});

test.each(sheets)('a text of %s is no formula and no number, whatever it begins with', async (format) => {
  const names = ['=1+1', '@SUM(A1)', '-2+3', '+390110824108', '\t=1', '00184', '301000000000123456', '<b>&"x"', '  due  spazi '];
  const { cells } = await sheetOf(named(...names), format);
  for (const [index, name] of names.entries()) {
    const cell = cells[`A${index + 2}`];
    expect([cell?.t, cell?.v, cell?.f]).toEqual(['s', name, undefined]);
  }
});

test.each(sheets)('a text of %s keeps its lines, and loses only what no program could read', async (format) => {
  const { cells } = await sheetOf(named('a;"b"\nc', 'a\u0014b\uFFFE\uD800c', 'x'.repeat(40_000)), format);
  expect(cells['A2']?.v).toBe('a;"b"\nc');
  expect(cells['A3']?.v).toBe('abc');
  expect(cells['A4']?.v).toBe(`${'x'.repeat(32_767 - 12)} […troncato]`);
});

test('any text comes back out of a sheet of Excel as it went in, without what XML has no way to write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constant('_x0041_')), async (name) => {
      const { cells } = await sheetOf(named(name), 'xlsx');
      expect(cells['A2']?.v ?? '').toBe(name.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''));
    }),
    { numRuns: 50 },
  );
});

test('JSON has the values of the API: whole texts and cents, days, instants in UTC', async () => {
  const long = 'x'.repeat(40_000);
  const rows = [full, ...named('=1+1', long)];
  expect(JSON.parse((await bytesOf(rows, 'json')).toString())).toEqual([
    { ...full, sentAt: '2026-06-30T22:10:00.000Z' },
    ...named('=1+1', long),
  ]);
  expect(JSON.parse((await bytesOf([], 'json')).toString())).toEqual([]);
});

function* rowsOf(count: number): Generator<Row> {
  for (let at = 0; at < count; at += 1)
    yield { ...empty, name: `RICHIEDENTE NUMERO ${at}`, count: at, amountCents: -at, born: '2026-07-01', isUrgent: true };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const inUse = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

test.each(formats)('BKO-23: two hundred thousand rows of %s take no more memory than twenty thousand', async (format) => {
  let early = 0;
  let late = 0;
  let bytes = 0;
  function* watched() {
    for (const row of rowsOf(200_000)) {
      if (row.count === 20_000) early = inUse();
      if (row.count === 199_000) late = inUse();
      yield row;
    }
  }
  const away = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      // Whoever takes the bytes is slower than whoever makes them.
      setImmediate(done);
    },
  });
  await pipeline(tableFile(tableOf(watched()), format, 'it'), away);
  expect(bytes).toBeGreaterThan(1_000_000);
  // The rows between the two alone would take more than thirty megabytes.
  expect(late - early).toBeLessThan(8_000_000);
});

test.each(formats)('as long as nobody reads %s, no more pages are asked for', async (format) => {
  let asked = 0;
  let isEnded = false;
  async function* watched() {
    try {
      for (; asked < 2_000; asked += 1) yield [...rowsOf(500)];
    } finally {
      isEnded = true;
    }
  }
  const file = tableFile({ ...tableOf([]), pages: watched() }, format, 'it');
  while (asked === 0) {
    await new Promise((done) => file.once('readable', done));
    file.read();
  }
  let before = -1;
  while (before !== asked) {
    before = asked;
    for (let turn = 0; turn < 200; turn += 1) await new Promise((done) => setImmediate(done));
  }
  expect(asked).toBeLessThan(100);
  const closed = new Promise((done) => file.once('close', done));
  file.destroy();
  await closed;
  while (!isEnded) await new Promise((done) => setImmediate(done));
});

test.each(formats)('when a row of %s cannot be read the file fails, and is not one that only ends early', async (format) => {
  async function* broken() {
    yield [full];
    throw new Error('the database went away');
  }
  await expect(buffer(tableFile({ ...tableOf([]), pages: broken() }, format, 'it'))).rejects.toThrow('the database went away');
});

test.each(sheets)('rows that one sheet of %s cannot hold go on in another', async (format) => {
  const count = ROWS_OF_SHEET + 1;
  function* many() {
    for (let at = 1; at <= count; at += 1) yield at < count - 1 ? empty : { ...empty, count: at };
  }
  const table: Table<Row> = { ...tableOf(many(), 'x'.repeat(40)), columns: columns.slice(1, 2) };
  const parts = reader.CFB.read(await buffer(tableFile(table, format, 'it')), { type: 'buffer' });
  const textOf = (name: string) => String(Buffer.from((reader.CFB.find(parts, name)?.content ?? []) as Uint8Array));
  const names = ['x'.repeat(31), `${'x'.repeat(27)} (2)`];
  const tables = (format === 'xlsx' ? textOf('/xl/workbook.xml') : textOf('/content.xml')).split(/<sheet |<table:table /).slice(1);
  expect(tables.map((table) => /name="([^"]+)"/.exec(table)?.[1])).toEqual(names);
  const second = format === 'xlsx' ? textOf('/xl/worksheets/sheet2.xml') : String(tables[1]);
  expect([...second.matchAll(/(?:<v>|office:value=")(\d+)/g)].map(([, value]) => Number(value))).toEqual([count - 1, count]);
});
