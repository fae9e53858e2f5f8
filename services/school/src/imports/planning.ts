import { createHash } from 'node:crypto';
import type { Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { invalidInput } from '@sportello/contracts/problems';
import { type ImportCounts, type ImportKind, MOST_ROWS } from '@sportello/contracts/school/imports';
import { asLine } from '@sportello/italy/typed-text';
import { Problem } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import { type CsvRow, csvRows } from '@sportello/service/imports/csv-rows';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { CellError, oneOf, orNothing, type Value } from './cells.js';
import { type Column, type Kind, kinds, type Planned, type Row, type Told } from './kinds.js';

export interface Plan {
  kind: Kind;
  counts: z.output<typeof ImportCounts>;
  rows: readonly Planned[];
  /** What an old row is given: the columns of the file, and what follows from them. The rest of it is not the file's, and stays. */
  overwritten: readonly string[];
  /** Of all that it would do. */
  hash: string;
}

/** Bytes of UTF-8 that were read as another encoding, and what could not be read at all. */
const MISREAD =
  /[\uFFFD]|[ÃÂ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2026\u2030\u2039\u203A\u20AC\u2122]/;

/**
 * What a file of a body would do, from what is kept of it now.
 * @throws Problem `invalidInput` for what is no such file
 */
export async function planImport(tx: EntityManager, organizationId: string, name: ImportKind, csv: string): Promise<Plan> {
  const kind = kinds[name];
  const misread = MISREAD.exec(csv);
  if (misread) throw new Problem(invalidInput, encoding, { errors: [{ pointer: '/csv', detail: encoding }] });
  const required = kind.columns.filter(({ isOptional }) => !isOptional).map(({ heading }) => heading);
  const found = csvRows(csv, { pointer: '/csv', most: MOST_ROWS, required });
  const present = kind.columns.filter(({ heading }) => heading in (found[0]?.values ?? {}));
  const ids = await idsOf(tx, organizationId, present, found);
  const read = found.map((row) => readRow(row, present, ids));
  refuseTwins(read, kind);
  const right = read.filter(({ errors }) => errors.length === 0);
  const kept = right.filter(({ isRemoved }) => !isRemoved);
  const refusals =
    (await kind.check?.(
      tx,
      kept.map(({ row }) => row),
      organizationId,
    )) ?? new Map<Row, Text>();
  for (const one of kept) {
    const why = refusals.get(one.row);
    if (why) one.errors.push(why);
  }
  const known = await knownOf(
    tx,
    organizationId,
    kind,
    right.map(({ row }) => row),
  );
  await refuseRemovals(
    tx,
    kind,
    right.filter(({ isRemoved }) => isRemoved),
    known,
  );
  const codes = new Map([...ids].flatMap(([, byCode]) => [...byCode].map(([code, id]) => [id, code] as const)));
  const rows = read.map((one) => compare(one, known.get(keyOf(one.row, kind)), { organizationId, kind, present, codes }));
  const count = (outcome: Planned['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    ...{ made: count('made'), changed: count('changed'), removed: count('removed') },
    ...{ same: count('same'), refused: count('refused') },
  };
  const told = rows.map(({ line, outcome, told: { differences, errors } }) => ({ line, outcome, differences, errors }));
  const hash = createHash('sha256').update(canonicalJson({ name, organizationId, csv, told })).digest('hex');
  const ofFile = present.filter(({ isKey }) => !isKey).map(({ property }) => property);
  const overwritten = [...ofFile, ...Object.keys(kind.fill?.({}, organizationId) ?? {})];
  return { kind, counts, rows, overwritten, hash };
}

interface Read {
  line: number;
  name: string;
  row: Row;
  /** True for a row that is taken back: it has its key alone. */
  isRemoved: boolean;
  errors: Text[];
}

/** Ids of what the cells name, by table and code. */
type Ids = Map<string, Map<string, string>>;

async function idsOf(tx: EntityManager, organizationId: string, columns: readonly Column[], rows: readonly CsvRow[]): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { heading, of } of columns) {
    if (!of) continue;
    const codes = [...new Set(rows.map(({ values }) => asLine(values[heading] ?? '')))];
    const code = of === 'badges' ? 'number' : 'code';
    const named: { id: string; code: string }[] = await tx.query(
      `select id, ${code} as code from ${of} where organization_id = $1 and ${code} = any($2)`,
      [organizationId, codes],
    );
    ids.set(of, new Map(named.map(({ id, code }) => [code, id])));
  }
  return ids;
}

function readRow({ line, values, uneven }: CsvRow, columns: readonly Column[], ids: Ids): Read {
  const row: Row = {};
  const errors: Text[] = uneven ? [uneven] : [];
  const isRemoved = isRemoval(values[REMOVAL] ?? '', errors);
  for (const { heading, property, cell, of, isKey } of columns) {
    if (isRemoved && !isKey) continue;
    const text = values[heading] ?? '';
    try {
      const value = cell.read(text);
      row[property] = of ? (ids.get(of)?.get(String(value)) ?? null) : value;
      if (of && row[property] === null) errors.push(about(heading, { it: `«${text}» non c’è`, en: `“${text}” is not there` }));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      errors.push(about(heading, error.text));
    }
  }
  const name = columns
    .filter(({ isKey }) => isKey)
    .map(({ heading }) => values[heading])
    .join(' · ');
  return { line, name: name.slice(0, 200), row, isRemoved, errors };
}

/** The heading by whose cells rows are taken back. */
const REMOVAL = 'Elimina';
const removal = orNothing(oneOf({ sì: true, si: true, no: false }));

function isRemoval(text: string, errors: Text[]): boolean {
  try {
    return removal.read(text) === true;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    errors.push(about(REMOVAL, error.text));
    return false;
  }
}

/** Rows that others stand on are not taken back, and of some kinds none are. */
async function refuseRemovals(tx: EntityManager, kind: Kind, rows: readonly Read[], known: ReadonlyMap<string, Row>): Promise<void> {
  const idOf = ({ row }: Read) => String(known.get(keyOf(row, kind))?.['id'] ?? '');
  const ids = rows.map(idOf).filter((id) => id !== '');
  const staying = new Set(ids.length > 0 ? await kind.removal?.staying(tx, ids) : []);
  for (const one of rows) {
    if (!kind.removal) one.errors.push(about(REMOVAL, neverRemoved));
    else if (staying.has(idOf(one))) one.errors.push(about(REMOVAL, kind.removal.reason));
  }
}

const about = (heading: string, { it, en }: Text): Text => ({ it: `${heading}: ${it}`, en: `${heading}: ${en}` });

const keyOf = (row: Row, { columns }: Kind) => JSON.stringify(columns.filter(({ isKey }) => isKey).map(({ property }) => row[property]));

/** Of rows that name the same the first holds. */
function refuseTwins(rows: readonly Read[], kind: Kind): void {
  const lines = new Map<string, number>();
  for (const { row, line, errors } of rows) {
    if (errors.length > 0) continue;
    const key = keyOf(row, kind);
    const before = lines.get(key);
    if (before !== undefined) errors.push({ it: `c’è già alla riga ${before}`, en: `it stands on line ${before} already` });
    else lines.set(key, line);
  }
}

async function knownOf(tx: EntityManager, organizationId: string, kind: Kind, rows: readonly Row[]): Promise<Map<string, Row>> {
  if (rows.length === 0) return new Map();
  const keys = kind.columns.filter(({ isKey }) => isKey).map(({ property }) => property);
  const among = Object.fromEntries(keys.map((property) => [property, In([...new Set(rows.map((row) => row[property]))])]));
  const known = await tx.findBy(kind.table, { organizationId, ...among });
  return new Map(known.map((row) => [keyOf(row, kind), row]));
}

interface Beside {
  organizationId: string;
  kind: Kind;
  /** Of the columns of the kind those that the file has. */
  present: readonly Column[];
  /** By the ids that rows keep. */
  codes: ReadonlyMap<string, string>;
}

function compare(
  { line, name, row, isRemoved, errors }: Read,
  known: Row | undefined,
  { organizationId, kind, present, codes }: Beside,
): Planned {
  const told = (outcome: Told['outcome'], differences: Told['differences'] = []): Told => ({ line, outcome, name, differences, errors });
  if (errors.length > 0) return { line, outcome: 'refused', told: told('refused') };
  // What is gone already is taken back no second time.
  if (isRemoved)
    return known ? { line, outcome: 'removed', told: told('removed'), row: known } : { line, outcome: 'same', told: told('removed') };
  const fill = kind.fill?.(row, organizationId) as Row | undefined;
  if (!known) {
    return { line, outcome: 'made', told: told('made'), row: { ...absentOf(kind, present), ...row, ...fill, id: newId(), organizationId } };
  }
  const written = ({ of, cell }: Column, value: Value) =>
    of && typeof value === 'string' ? (codes.get(value) ?? otherOne) : cell.write(value);
  const differences = present
    .filter(({ property }) => row[property] !== known[property])
    .map((column) => ({
      column: column.heading,
      before: written(column, known[column.property] ?? null),
      after: written(column, row[column.property] ?? null),
    }));
  if (differences.length === 0) return { line, outcome: 'same', told: told('changed') };
  if (kind.isFixed) {
    errors.push(isFixed);
    return { line, outcome: 'refused', told: told('refused', differences) };
  }
  return { line, outcome: 'changed', told: told('changed', differences), row: { ...known, ...row, ...fill } };
}

/** What a row keeps of the columns that its file lacks. */
const absentOf = ({ columns }: Kind, present: readonly Column[]) =>
  Object.fromEntries(columns.filter((column) => !present.includes(column)).map(({ property, ifAbsent = null }) => [property, ifAbsent]));

const otherOne = '…';
const neverRemoved = { it: 'le righe di questo tipo non si eliminano', en: 'rows of this kind are not deleted' };
const isFixed = {
  it: 'è già registrata con altri dati, e non si cambia: si registra il suo contrario con un altro numero',
  en: 'it is noted already with other data, and does not change: its opposite is noted under another number',
};
const encoding = {
  it: 'Le lettere accentate non si leggono: salva il file in UTF-8 o in Windows-1252 e riprova',
  en: 'Accented letters cannot be read: save the file in UTF-8 or Windows-1252, and try again',
};
