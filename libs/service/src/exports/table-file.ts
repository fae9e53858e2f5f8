import { Readable } from 'node:stream';
import type { Language } from '@sportello/contracts/contract';
import type { ExportFormat } from '@sportello/contracts/exports';
import { csvOf } from './csv.js';
import { jsonOf } from './json.js';
import { odsOf } from './ods.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

/**
 * A table as a file, made while it is read: pages are asked for as fast as somebody takes the bytes, and none once he stops. What the pages
 * throw the stream throws.
 * @param language of headings and words
 */
export function tableFile<Row>(table: Table<Row>, format: ExportFormat, language: Language): Readable {
  switch (format) {
    case 'csv':
      return Readable.from(csvOf(table, language), { objectMode: false });
    case 'json':
      return Readable.from(jsonOf(table), { objectMode: false });
    case 'xlsx':
      return xlsxOf(table, language);
    case 'ods':
      return odsOf(table, language);
  }
}
