import type { Language, Text } from '@sportello/contracts/contract';
import { Due } from '@sportello/contracts/payments/dues';
import { asDate } from '@sportello/italy/typed-date';
import { readCents } from '@sportello/italy/typed-number';
import { asLine } from '@sportello/italy/typed-text';
import type { CsvRow } from '@sportello/service/imports/csv-rows';

export const requiredHeadings = ['source', 'number', 'debtorCode', 'debtorName', 'reason', 'amount', 'dueOn'];

/** The rows of one position, and what they say together; or why each of them is left out. */
export interface Group {
  rows: readonly CsvRow[];
  due: Due | null;
  /** By line. */
  reasons: ReadonlyMap<number, Text>;
}

/** Puts together the rows of each position, in the order in which its first one stands. */
export function groupsOf(rows: readonly CsvRow[]): Group[] {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([asLine(row.values['source'] ?? ''), asLine(row.values['number'] ?? '')]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(readGroup);
}

function readGroup(rows: readonly CsvRow[]): Group {
  const reasons = new Map<number, Text>();
  const [first] = rows;
  const head = headOf(first);
  const items = rows.map((row) => {
    const item = itemOf(row);
    if (row.uneven) reasons.set(row.line, row.uneven);
    else if ('wrong' in item) reasons.set(row.line, wrong(item.wrong));
    else if (JSON.stringify(headOf(row)) !== JSON.stringify(head)) reasons.set(row.line, differs);
    return item;
  });
  const read = items.flatMap((item) => ('wrong' in item ? [] : [item]));
  const single = read.filter(({ place }) => place === 0);
  const plan = read.filter(({ place }) => place > 0).toSorted((one, other) => one.place - other.place);
  const inOrder = plan.every(({ place }, at) => place === at + 1);
  if (reasons.size === 0 && (single.length > 1 || !inOrder))
    for (const { line } of rows) reasons.set(line, single.length > 1 ? twice : gaps);
  if (reasons.size > 0) return refused(rows, reasons);
  const ways = [
    { kind: 'single', instalments: single },
    { kind: 'plan', instalments: plan },
  ].filter(({ instalments }) => instalments.length > 0);
  const options = ways.map(({ kind, instalments }) => ({ kind, instalments: instalments.map(({ place: _, ...item }) => item) }));
  const due = Due.safeParse({ ...head, options });
  const [issue] = due.error?.issues ?? [];
  if (issue) return refused(rows, new Map([[first?.line ?? 0, wrong(headingOf(issue.path))]]));
  if (!due.data) return refused(rows, reasons);
  return { rows, due: due.data, reasons };
}

/** The same group, left out for what a pattern does not show. */
export const refuse = ({ rows }: Group, why: Text): Group => refused(rows, new Map([[rows[0]?.line ?? 0, why]]));

/** Where one row is wrong, its position is left out, and each of the others says so. */
const refused = (rows: readonly CsvRow[], reasons: ReadonlyMap<number, Text>): Group => ({
  rows,
  due: null,
  reasons: new Map(rows.map(({ line }) => [line, reasons.get(line) ?? another])),
});

/** Why a row is left out, in a language. */
export const reasonOf = ({ reasons }: Group, line: number, language: Language): string => (reasons.get(line) ?? another)[language];

function headOf(row: CsvRow | undefined): Record<string, unknown> {
  const value = (name: string) => row?.values[name] ?? '';
  const code = value('debtorCode').replace(/[\s.-]/g, '');
  return {
    source: asLine(value('source')),
    number: asLine(value('number')),
    debtor: { kind: code.length === 11 ? 'G' : 'F', code, fullName: value('debtorName'), mail: value('debtorMail') || null },
    reason: value('reason'),
    beneficiaryName: value('beneficiaryName') || null,
    category: value('category') || null,
  };
}

interface Item {
  /** Which of its plan, from 1 on; 0 where all is paid at once. */
  place: number;
  amountCents: number;
  dueOn: string | null;
  isBinding: boolean;
}

const yes = /^(s[iì]|yes|true|1)$/i;
const no = /^(no|false|0)?$/i;

function itemOf({ values }: CsvRow): Item | { wrong: string } {
  const { instalment = '', amount = '', dueOn = '', isBinding = '' } = values;
  const amountCents = readCents(amount);
  if (typeof amountCents !== 'number' || amountCents < 1) return { wrong: 'amount' };
  if (!/^(\d{1,2})?$/.test(instalment)) return { wrong: 'instalment' };
  if (!yes.test(isBinding) && !no.test(isBinding)) return { wrong: 'isBinding' };
  return { place: Number(instalment), amountCents, dueOn: dueOn === '' ? null : asDate(dueOn), isBinding: yes.test(isBinding) };
}

/** The heading under which something stands that a contract refuses. */
function headingOf(path: readonly PropertyKey[]): string {
  const name = String(path.at(-1) ?? '');
  const headings: Record<string, string> = { code: 'debtorCode', fullName: 'debtorName', mail: 'debtorMail', amountCents: 'amount' };
  return headings[name] ?? name;
}

const wrong = (field: string): Text => ({ it: `Valore mancante o non valido: ${field}`, en: `Missing or not valid: ${field}` });
const differs: Text = {
  it: 'Debitore, causale o codice tassonomico diversi dalle altre righe della stessa posizione',
  en: 'Another debtor, reason or taxonomy code than the other rows of the same position',
};
const another: Text = { it: 'Un’altra riga della stessa posizione è sbagliata', en: 'Another row of the same position is wrong' };
const twice: Text = {
  it: 'Più righe della stessa posizione senza numero di rata: indica le rate nella colonna instalment',
  en: 'Several rows of the same position without an instalment: say which in the column instalment',
};
const gaps: Text = { it: 'Le rate non vanno da 1 in poi senza salti', en: 'The instalments do not go from 1 on without gaps' };
