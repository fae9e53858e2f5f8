import type { Language, Text } from '@sportello/contracts/contract';
import type { ExportFormat } from '@sportello/contracts/exports';
import type { QueueOrder } from '@sportello/contracts/practices/queue';
import type { Table } from '@sportello/service/exports/table';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import type { EntityManager } from 'typeorm';
import type { Procedure } from '../procedures/procedure.entity.js';
import { everyMatch, inOrder, type QueueFilter } from '../queue/queue.sql.js';
import { answerColumns, commonColumns, type ExportedRow, rowColumns } from './columns.js';
import { FormColumns } from './form-columns.js';
import { pagesOf } from './snapshot.js';

/** Columns of one sheet: no spreadsheet opens more. */
const MOST_COLUMNS = 16_384;

/** More columns than a spreadsheet has, or more practices than an archive. */
export class TooMuch extends Error {}

/** The columns of the forms of a service. */
export async function formColumnsOf(tx: EntityManager, organizationId: string, procedureId: string): Promise<FormColumns> {
  const versions = await tx.find(FormVersion, {
    select: { id: true, definition: true },
    where: { subjectId: procedureId, organizationId },
    order: { version: 'DESC' },
  });
  return new FormColumns(versions.map(({ id, definition }) => ({ id, form: definition })));
}

interface Wish {
  format: ExportFormat;
  /** Known ones; null for what every practice has. */
  columns: readonly string[] | null;
  order: QueueOrder;
  language: Language;
  title: Text;
}

/** What an export of practices takes: a table whose pages are read as they are written, and how many rows it will have. */
export interface PracticeTable {
  table: Table<ExportedRow> & { pages: AsyncGenerator<ExportedRow[]> };
  total: number;
  /** Whether it tells what applicants wrote. */
  hasAnswers: boolean;
}

/**
 * @param tx a snapshot
 * @param form the columns of the form, where the filter is about one service
 */
export async function practiceTable(
  tx: EntityManager,
  filter: QueueFilter,
  procedures: readonly Procedure[],
  form: FormColumns | null,
  { format, columns, order, language, title }: Wish,
): Promise<PracticeTable> {
  const common = commonColumns({ language, titles: new Map(procedures.map((procedure) => [procedure.id, procedure.title])) });
  const keys = columns ?? common.map(({ key }) => key);
  const answers = form ? keys.filter((key) => form.has(key)) : [];
  const { total, items } = await measure(tx, filter, form?.blocksOf(answers) ?? []);
  const cells = runsOf(keys, (key) => answers.includes(key)).flatMap(({ isOfForm, run }) =>
    isOfForm && form ? form.columns(run, items, language) : run.flatMap((key) => common.find((column) => column.key === key) ?? []),
  );
  if (format !== 'json' && cells.length > MOST_COLUMNS) throw new TooMuch();
  const inJson = [
    ...common.filter(({ key }) => keys.includes(key)).map(({ key, of, inJson: told = of }) => ({ key, of: told })),
    ...(form && answers.length > 0 ? [{ key: 'form', of: (row: ExportedRow) => form.nested(row, answers, language) }] : []),
  ];
  const hasAnswers = answers.length > 0;
  const { text, values } = everyMatch(filter);
  const statement = { text: `select ${rowColumns}${hasAnswers ? `, ${answerColumns}` : ''} ${text} ${inOrder(order)}`, values };
  return { table: { title, columns: cells, inJson, pages: pagesOf<ExportedRow>(tx, statement) }, total, hasAnswers };
}

/** The practices that match, in order. @throws TooMuch when there are more than `most` */
export async function idsOf(tx: EntityManager, filter: QueueFilter, order: QueueOrder, most: number): Promise<string[]> {
  const { text, values } = everyMatch(filter);
  const rows: { id: string }[] = await tx.query(`select p.id ${text} ${inOrder(order)} limit ${most + 1}`, values);
  if (rows.length > most) throw new TooMuch();
  return rows.map(({ id }) => id);
}

/** How many practices match, and the most items that one of them has in each repeated block. */
async function measure(
  tx: EntityManager,
  filter: QueueFilter,
  blocks: readonly string[],
): Promise<{ total: number; items: Map<string, number> }> {
  const { text, values } = everyMatch(filter);
  const longest = blocks.map((_block, at) => {
    const list = `p.content -> $${values.length + at + 1}::text`;
    return `, max(case jsonb_typeof(${list}) when 'array' then jsonb_array_length(${list}) end) "items${at}"`;
  });
  const [row = {}]: Record<string, number | null>[] = await tx.query(`select count(*)::int "total"${longest.join('')} ${text}`, [
    ...values,
    ...blocks,
  ]);
  return { total: row['total'] ?? 0, items: new Map(blocks.map((block, at) => [block, row[`items${at}`] ?? 0])) };
}

/** Neighbours that are, or are not, of the form. */
function runsOf(keys: readonly string[], isOfForm: (key: string) => boolean): { isOfForm: boolean; run: string[] }[] {
  const runs: { isOfForm: boolean; run: string[] }[] = [];
  for (const key of keys) {
    const last = runs.at(-1);
    if (last?.isOfForm === isOfForm(key)) last.run.push(key);
    else runs.push({ isOfForm: isOfForm(key), run: [key] });
  }
  return runs;
}
