import type { Text } from '@sportello/contracts/contract';
import type { ImportedRow, ImportKind } from '@sportello/contracts/school/imports';
import { type EntityManager, type EntityTarget, In, IsNull, Not } from 'typeorm';
import type { z } from 'zod';
import { followEnrolments } from '../absences/enrolled.js';
import { Attendance } from '../accounts/attendance.entity.js';
import { Movement } from '../accounts/movement.entity.js';
import { warnOfLowBalances } from '../accounts/warning.js';
import { Badge, Child, Enrolment } from '../children/child.entity.js';
import { School, SchoolService, ServiceDay } from '../children/school.entity.js';
import { collectInvoices } from '../documents/collecting.js';
import { Invoice } from '../documents/invoice.entity.js';
import { type Cell, day, euros, fiscalCode, hour, line, oneOf, orNothing, positiveEuros, type Value, whole } from './cells.js';
import { type Removal, removals } from './removals.js';

export type Row = Record<string, Value>;

/** A row of a file as a report tells it. */
export type Told = z.output<typeof ImportedRow>;

export interface Planned {
  line: number;
  outcome: Told['outcome'] | 'same';
  told: Told;
  /** As it will be kept, or was until it is taken back. Not there for a row that is refused. */
  row?: Row;
}

export interface Column {
  /** As the file writes it. */
  heading: string;
  /** As the row keeps it. */
  property: string;
  cell: Cell;
  /** The table whose rows the cell names by their code (badges: by their number); the row keeps its id. */
  of?: 'children' | 'schools' | 'school_services' | 'badges';
  /** True for what names the row in its body. */
  isKey?: true;
  /** True for a heading that may be absent: then nothing changes. */
  isOptional?: true;
  /** What a new row has of it then. */
  ifAbsent?: Value;
}

export interface Kind {
  table: EntityTarget<Row>;
  /** What names a row in its table; its `id` where it is not said. */
  primary?: readonly string[];
  /** True for rows that never change once they are there. */
  isFixed?: true;
  /** How rows are taken back; absent where they stay. */
  removal?: Removal;
  /** What a row keeps besides its columns, and what an old one is given anew. */
  fill?(row: Row, organizationId: string): Record<string, unknown>;
  /** What follows from new and changed rows, in their transaction. */
  follow?(tx: EntityManager, organizationId: string, rows: readonly Planned[]): Promise<void>;
  /** True where charges or cut-offs follow from it: they are worked out afterwards. */
  isReckoned?: true;
  columns: readonly Column[];
  /** What a row must not be beside others. @returns the reason for each row that is refused */
  check?(tx: EntityManager, rows: readonly Row[], organizationId: string): Promise<Map<Row, Text>>;
}

const child: Column = { heading: 'Codice alunno', property: 'childId', cell: line(), of: 'children', isKey: true };
const school: Column = { heading: 'Codice scuola', property: 'schoolId', cell: line(), of: 'schools' };
const service: Column = { heading: 'Codice servizio', property: 'serviceId', cell: line(), of: 'school_services', isKey: true };
const text = (heading: string, property: string, least = 1): Column => ({ heading, property, cell: line(least) });

/** Who owes what is to be paid for a child. */
const holder: readonly Column[] = [
  { heading: 'Codice fiscale intestatario', property: 'holderFiscalCode', cell: fiscalCode },
  text('Intestatario', 'holderName'),
];

/** What a file of each kind holds. The headings are the contract with management systems: docs/school-import.md. */
export const kinds: Record<ImportKind, Kind> = {
  schools: {
    table: School as never,
    columns: [{ ...text('Codice scuola', 'code'), isKey: true }, text('Scuola', 'name')],
  },
  services: {
    table: SchoolService as never,
    columns: [
      { ...text('Codice servizio', 'code'), isKey: true },
      text('Servizio', 'name'),
      { heading: 'Prepagato', property: 'isPrepaid', cell: oneOf({ sì: true, si: true, no: false }) },
      { heading: 'Prezzo', property: 'priceCents', cell: orNothing(euros) },
      { heading: 'Ora limite', property: 'cutoffTime', cell: hour },
      { heading: 'Giorni prima', property: 'cutoffDaysBefore', cell: whole(10) },
      { heading: 'Fido', property: 'overdraftCents', cell: euros, isOptional: true, ifAbsent: 0 },
      { heading: 'Pasto', property: 'isMeal', cell: oneOf({ sì: true, si: true, no: false }), isOptional: true, ifAbsent: true },
    ],
    isReckoned: true,
  },
  children: {
    table: Child as never,
    columns: [
      { ...text('Codice alunno', 'code'), isKey: true },
      text('Cognome', 'familyName'),
      text('Nome', 'givenName'),
      { heading: 'Codice fiscale', property: 'fiscalCode', cell: fiscalCode },
      { heading: 'Data di nascita', property: 'birthDate', cell: day },
      { heading: 'Sesso', property: 'sex', cell: oneOf({ f: 'F', m: 'M' }) },
      text('Comune di nascita', 'birthPlace', 0),
      text('Provincia di nascita', 'birthProvince', 0),
      text('Comune', 'comune', 0),
      text('CAP', 'postalCode', 0),
      text('Provincia', 'province', 0),
      text('Indirizzo', 'address', 0),
      text('Telefono', 'phone', 0),
      { heading: 'Stato', property: 'status', cell: oneOf({ aperto: 'open', chiuso: 'closed' }) },
      ...holder,
      text('Modalità di pagamento', 'paymentMethod', 0),
      text('Domiciliazione fattura', 'invoiceDelivery', 0),
    ],
    follow: followHolders,
  },
  badges: {
    table: Badge as never,
    columns: [
      { heading: 'Badge', property: 'number', cell: line(1, 50), isKey: true },
      { heading: child.heading, property: child.property, cell: child.cell, of: 'children' },
    ],
    check: checkBadges,
    isReckoned: true,
    removal: removals.badges,
  },
  enrolments: {
    table: Enrolment as never,
    columns: [
      child,
      service,
      { heading: 'Dal', property: 'startsOn', cell: day, isKey: true },
      school,
      text('Classe', 'className', 0),
      { heading: 'Al', property: 'endsOn', cell: orNothing(day) },
      { heading: 'Tariffa', property: 'priceCents', cell: orNothing(euros) },
    ],
    check: checkEnrolments,
    follow: followEnrolments,
    isReckoned: true,
    removal: removals.enrolments,
  },
  days: {
    table: ServiceDay as never,
    columns: [
      service,
      { ...school, isKey: true },
      { heading: 'Giorno', property: 'day', cell: day, isKey: true },
      { heading: 'Menù', property: 'menu', cell: line(0, 500), isOptional: true, ifAbsent: '' },
    ],
    isReckoned: true,
    removal: removals.days,
  },
  attendance: {
    table: Attendance as never,
    primary: ['childId', 'day', 'serviceId'],
    columns: [
      child,
      service,
      { heading: 'Giorno', property: 'day', cell: day, isKey: true },
      { heading: 'Presenza', property: 'isPresent', cell: oneOf({ presente: true, assente: false }) },
    ],
    fill: () => ({ isDue: true }),
    isReckoned: true,
  },
  invoices: {
    table: Invoice as never,
    columns: [
      { ...text('Numero', 'number'), isKey: true },
      { heading: 'Rata', property: 'instalment', cell: whole(99), isKey: true },
      { heading: child.heading, property: child.property, cell: child.cell, of: 'children' },
      { heading: 'Emissione', property: 'issuedOn', cell: day },
      { heading: 'Scadenza', property: 'dueOn', cell: day },
      { heading: 'Importo', property: 'amountCents', cell: positiveEuros },
      { heading: 'Pagato', property: 'paidElsewhereCents', cell: euros },
      { heading: 'A ruolo', property: 'isToCollection', cell: oneOf({ sì: true, si: true, no: false }) },
    ],
    fill: () => ({ isNew: true }),
    check: checkInvoices,
    removal: removals.invoices,
    follow: collectInvoices,
  },
  credits: {
    table: Movement as never,
    isFixed: true,
    columns: [
      { ...text('Numero', 'number'), isKey: true },
      { heading: 'Badge', property: 'badgeId', cell: line(), of: 'badges' },
      { heading: 'Data', property: 'day', cell: day },
      { heading: 'Tipo', property: 'kind', cell: oneOf({ accredito: 'credit', addebito: 'debit' }) },
      { heading: 'Importo', property: 'cents', cell: positiveEuros },
      text('Causale', 'reason', 0),
    ],
    fill: ({ kind, badgeId }, organizationId) => ({
      at: new Date(),
      fromAccount: kind === 'credit' ? organizationId : badgeId,
      toAccount: kind === 'credit' ? badgeId : organizationId,
    }),
    follow: followCredits,
  },
};

type Period = Pick<Enrolment, 'childId' | 'serviceId' | 'startsOn' | 'endsOn'>;

const overlap = (one: Period, other: Period): boolean =>
  one.childId === other.childId &&
  one.serviceId === other.serviceId &&
  one.startsOn !== other.startsOn &&
  one.startsOn <= (other.endsOn ?? '9999') &&
  other.startsOn <= (one.endsOn ?? '9999');

/** A child goes to a service at one school at a time. */
async function checkEnrolments(tx: EntityManager, rows: readonly Row[]): Promise<Map<Row, Text>> {
  const periods = rows as unknown as readonly Period[];
  const known: Period[] = await tx.findBy(Enrolment, { childId: In([...new Set(periods.map(({ childId }) => childId))]) });
  const isInFile = (it: Period) => byKey.has(keyOf(it));
  const keyOf = ({ childId, serviceId, startsOn }: Period) => `${childId} ${serviceId} ${startsOn}`;
  const byKey = new Set(periods.map(keyOf));
  const ofChild = Map.groupBy([...periods, ...known.filter((it) => !isInFile(it))], ({ childId }) => childId);
  const refused = new Map<Row, Text>();
  for (const period of periods) {
    const row = period as unknown as Row;
    if (period.endsOn !== null && period.endsOn < period.startsOn) refused.set(row, endsEarly);
    else if (ofChild.get(period.childId)?.some((other) => overlap(period, other))) refused.set(row, twoAtOnce);
  }
  return refused;
}

/** Recorded already they have changed nothing. */
async function followCredits(tx: EntityManager, organizationId: string, rows: readonly Planned[]): Promise<void> {
  const made = rows.flatMap(({ outcome, row }) => (outcome === 'made' && row ? [String(row['badgeId'])] : []));
  await warnOfLowBalances(tx, organizationId, [...new Set(made)], new Date());
}

/** What is to be paid for a child is owed by whoever is the holder now: open notices are withdrawn, and wanted of her. */
async function followHolders(tx: EntityManager, organizationId: string, rows: readonly Planned[]): Promise<void> {
  const isOther = ({ told }: Planned) => told.differences.some(({ column }) => holder.some(({ heading }) => heading === column));
  const childIds = rows.filter((row) => row.outcome === 'changed' && isOther(row)).map(({ row }) => String(row?.['id']));
  if (childIds.length === 0) return;
  await tx.update(Invoice, { childId: In(childIds), paidHereCents: 0, positionId: Not(IsNull()) }, { isNew: true });
  await collectInvoices(tx, organizationId);
}

/** The account of a badge is the family's that paid into it and was charged. */
async function checkBadges(tx: EntityManager, rows: readonly Row[], organizationId: string): Promise<Map<Row, Text>> {
  const used: { number: string; childId: string }[] = await tx.query(
    `select b.number, b.child_id as "childId" from badges b
     where b.organization_id = $1 and b.number = any($2)
       and (exists (select 1 from movements where from_account = b.id) or exists (select 1 from movements where to_account = b.id)
         or exists (select 1 from top_ups t where t.child_id = b.child_id and t.badge_id = b.id))`,
    [organizationId, rows.map(({ number }) => number)],
  );
  const childOf = new Map(used.map(({ number, childId }) => [number, childId]));
  return new Map(
    rows.flatMap((row) => {
      const before = childOf.get(String(row['number']));
      return before && before !== row['childId'] ? [[row, hasMoved] as const] : [];
    }),
  );
}

/** What was paid here stays as it was paid; the same document again is the same. What is told of its payment meanwhile waits for the import. */
async function checkInvoices(tx: EntityManager, rows: readonly Row[], organizationId: string): Promise<Map<Row, Text>> {
  const numbers = [...new Set(rows.map(({ number }) => String(number)))];
  const known: Pick<Invoice, 'number' | 'instalment' | 'amountCents' | 'paidHereCents'>[] = await tx.query(
    `select number, instalment, amount_cents as "amountCents", paid_here_cents as "paidHereCents" from invoices
     where organization_id = $1 and number = any($2) order by id for update`,
    [organizationId, numbers],
  );
  const refused = new Map<Row, Text>();
  for (const row of rows) {
    const before = known.find(({ number, instalment }) => number === row['number'] && instalment === row['instalment']);
    if (Number(row['paidElsewhereCents']) > Number(row['amountCents'])) refused.set(row, paidTooMuch);
    else if (before && before.paidHereCents > 0 && before.amountCents !== row['amountCents']) refused.set(row, paidAlready);
  }
  return refused;
}

const hasMoved = {
  it: 'il badge è di un altro alunno e il suo conto ha già dei movimenti: usa un altro badge',
  en: 'the badge is another pupil’s and its account has movements already: use another badge',
};
const paidTooMuch = { it: 'il pagato è più dell’importo', en: 'what was paid is more than the amount' };
const paidAlready = {
  it: 'il documento è già stato pagato con pagoPA, e il suo importo non si cambia',
  en: 'the document was paid through pagoPA already, and its amount does not change',
};
const endsEarly = { it: 'finisce prima di cominciare', en: 'it ends before it begins' };
const twoAtOnce = {
  it: 'negli stessi giorni l’alunno è già iscritto a questo servizio, con un’altra iscrizione',
  en: 'on the same days the pupil is enrolled in this service already, by another enrolment',
};
