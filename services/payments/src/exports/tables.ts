import type { Text } from '@sportello/contracts/contract';
import type { InstalmentState } from '@sportello/contracts/payments/positions';
import type { ReceiptOf } from '@sportello/contracts/payments/receipts';
import type { Column, Table } from '@sportello/service/exports/table';
import { type EntityManager, In } from 'typeorm';
import { Instalment } from '../positions/instalment.entity.js';
import { type Position, stateOf } from '../positions/position.entity.js';
import { chosenOf } from '../positions/reading.js';
import { belongingOf, Receipt, shareOf } from '../settlement/receipt.entity.js';

/** A row of what is owed: one instalment with its position. */
interface Owed {
  position: Position;
  instalment: Instalment | null;
  state: string;
  /** Whether it is part of the debt: what was replaced is not, nor is what is due by another way to pay. */
  counts: boolean;
  now: Date;
}

/** A row of what was collected; without a position it is a share of another body's notice, or of a notice that nobody knows. */
interface Collected {
  position: Position | null;
  receipt: Receipt;
}

const belongings: Record<ReceiptOf, Text> = {
  position: { it: 'Sì', en: 'Yes' },
  'other-body': { it: 'No: avviso di un altro ente', en: 'No: notice of another body' },
  nobody: { it: 'No: avviso sconosciuto', en: 'No: notice that nobody knows' },
};

const states: Record<string, Text> = {
  creating: { it: 'In creazione', en: 'Being created' },
  creation_failed: { it: 'Creazione fallita', en: 'Creation failed' },
  to_pay: { it: 'Da pagare', en: 'To be paid' },
  partly_paid: { it: 'Parzialmente pagata', en: 'Partly paid' },
  paid: { it: 'Pagata', en: 'Paid' },
  reported: { it: 'Riconciliata', en: 'Reconciled' },
  to_collection: { it: 'Messa a ruolo', en: 'Passed to collection' },
  expired: { it: 'Scaduta', en: 'Expired' },
  cancelled: { it: 'Annullata', en: 'Cancelled' },
};

const instalmentStates: Record<InstalmentState, Text> = {
  draft: { it: 'In creazione', en: 'Being created' },
  creation_failed: { it: 'Creazione fallita', en: 'Creation failed' },
  open: { it: 'Da pagare', en: 'To be paid' },
  expired: { it: 'Scaduto', en: 'Expired' },
  paid: { it: 'Pagato', en: 'Paid' },
  reported: { it: 'Riconciliato', en: 'Reconciled' },
  paid_elsewhere: { it: 'Pagato fuori sistema', en: 'Paid outside of the system' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  excluded: { it: 'Sostituito', en: 'Replaced' },
  to_collection: { it: 'Messa a ruolo', en: 'Passed to collection' },
};

/** Whose it is and what for: of a receipt without a position as the receipt says it. */
const ofPosition = <Row extends { position: Position | null; receipt?: Receipt }>(): Column<Row>[] => [
  {
    key: 'debtorName',
    heading: { it: 'Intestata a', en: 'Owed by' },
    kind: 'text',
    of: ({ position, receipt }) => position?.debtor?.fullName ?? receipt?.content.debtor.fullName ?? null,
  },
  {
    key: 'debtorCode',
    heading: { it: 'Codice fiscale', en: 'Fiscal code' },
    kind: 'text',
    of: ({ position, receipt }) => position?.debtor?.code ?? receipt?.content.debtor.code ?? null,
  },
  {
    key: 'reason',
    heading: { it: 'Causale', en: 'Reason' },
    kind: 'text',
    of: ({ position, receipt }) => position?.reason ?? receipt?.content.description ?? null,
  },
  { key: 'beneficiary', heading: { it: 'A favore di', en: 'For' }, kind: 'text', of: ({ position }) => position?.beneficiaryName ?? null },
];

const owed = (language: 'it' | 'en'): Column<Owed>[] => [
  {
    key: 'noticeNumber',
    heading: { it: 'Codice avviso', en: 'Notice number' },
    kind: 'text',
    of: ({ instalment }) => instalment?.noticeNumber ?? null,
  },
  { key: 'iuv', heading: { it: 'IUV', en: 'IUV' }, kind: 'text', of: ({ instalment }) => instalment?.iuv ?? null },
  ...ofPosition<Owed>(),
  { key: 'instalment', heading: { it: 'Rata', en: 'Instalment' }, kind: 'number', of: ({ instalment }) => instalment?.number ?? null },
  {
    key: 'amount',
    heading: { it: 'Importo', en: 'Amount' },
    kind: 'cents',
    of: ({ instalment, counts, now }) => (instalment && counts ? instalment.amountAt(now) : null),
  },
  {
    key: 'dueOn',
    heading: { it: 'Da pagare entro il', en: 'To be paid by' },
    kind: 'date',
    of: ({ instalment }) => instalment?.dueOn ?? null,
  },
  {
    key: 'state',
    heading: { it: 'Stato della posizione', en: 'State of the position' },
    kind: 'text',
    of: ({ state }) => states[state]?.[language] ?? state,
  },
  {
    key: 'instalmentState',
    heading: { it: 'Stato della rata', en: 'State of the instalment' },
    kind: 'text',
    of: ({ instalment, now }) => instalment && instalmentStates[instalment.stateAt(now)][language],
  },
  { key: 'paid', heading: { it: 'Pagato', en: 'Paid' }, kind: 'cents', of: ({ instalment }) => instalment?.paidCents ?? null },
  { key: 'settledAt', heading: { it: 'Pagato il', en: 'Paid on' }, kind: 'instant', of: ({ instalment }) => instalment?.settledAt ?? null },
  { key: 'openedAt', heading: { it: 'Richiesta il', en: 'Asked for on' }, kind: 'instant', of: ({ position }) => position.openedAt },
];

const collected = (language: 'it' | 'en'): Column<Collected>[] => [
  { key: 'noticeNumber', heading: { it: 'Codice avviso', en: 'Notice number' }, kind: 'text', of: ({ receipt }) => receipt.noticeNumber },
  { key: 'receiptId', heading: { it: 'IUR', en: 'IUR' }, kind: 'text', of: ({ receipt }) => receipt.receiptId },
  ...ofPosition<Collected>(),
  { key: 'amount', heading: { it: 'Importo pagato', en: 'Amount paid' }, kind: 'cents', of: ({ receipt }) => receipt.amountCents },
  { key: 'share', heading: { it: 'Quota dell’ente', en: 'Share of the body' }, kind: 'cents', of: ({ receipt }) => shareOf(receipt) },
  {
    key: 'belonging',
    heading: { it: 'Con posizione', en: 'With a position' },
    kind: 'text',
    of: ({ receipt }) => belongings[belongingOf(receipt)][language],
  },
  {
    key: 'paidAt',
    heading: { it: 'Pagato il', en: 'Paid on' },
    kind: 'instant',
    of: ({ receipt: { content } }) => (content.paidAt === null ? null : new Date(content.paidAt)),
  },
  { key: 'psp', heading: { it: 'Incassato da', en: 'Collected by' }, kind: 'text', of: ({ receipt }) => receipt.content.pspName },
  { key: 'payer', heading: { it: 'Versante', en: 'Payer' }, kind: 'text', of: ({ receipt }) => receipt.content.payer?.fullName ?? null },
  {
    key: 'arrivedAt',
    heading: { it: 'Ricevuta arrivata il', en: 'Receipt came on' },
    kind: 'instant',
    of: ({ receipt }) => receipt.arrivedAt,
  },
];

/** What is owed, one row a notice; a position that has none yet has a row too. */
export function owedTable(tx: EntityManager, title: Text, language: 'it' | 'en', pages: AsyncIterable<readonly Position[]>): Table<Owed> {
  const now = new Date();
  return {
    title,
    columns: owed(language),
    pages: each(pages, async (positions) => {
      const where = { positionId: In(positions.map(({ id }) => id)) };
      const found = await tx.find(Instalment, { where, order: { number: 'ASC', id: 'ASC' } });
      return positions.flatMap((position) => {
        const own = found.filter(({ positionId }) => positionId === position.id);
        const state = stateOf(position, own, now);
        const chosen = chosenOf(own, now);
        return (own.length > 0 ? own : [null]).map((instalment) => ({
          ...{ position, instalment, state, now },
          counts: instalment !== null && chosen.includes(instalment),
        }));
      });
    }),
  };
}

/** What was collected, one row a receipt. @param strays what belongs to no position; it comes last */
export function collectedTable(
  tx: EntityManager,
  title: Text,
  language: 'it' | 'en',
  pages: AsyncIterable<readonly Position[]>,
  strays: AsyncIterable<readonly Receipt[]>,
): Table<Collected> {
  const ofPositions = each(pages, async (positions) => {
    const of = new Map(positions.map((position) => [position.id, position]));
    const found = await tx
      .createQueryBuilder(Receipt, 'receipt')
      .innerJoinAndMapOne('receipt.instalment', Instalment, 'instalment', 'instalment.id = receipt.instalmentId')
      .where('instalment.positionId in (:...ids)', { ids: [...of.keys()] })
      .orderBy('receipt.arrivedAt', 'DESC')
      .addOrderBy('receipt.id', 'DESC')
      .getMany();
    return (found as (Receipt & { instalment: Instalment })[]).flatMap((receipt) => {
      const position = of.get(receipt.instalment.positionId);
      return position ? [{ position, receipt }] : [];
    });
  });
  const ofNone = each(strays, (receipts) => Promise.resolve(receipts.map((receipt) => ({ position: null, receipt }))));
  return { title, columns: collected(language), pages: oneAfterTheOther<Collected>(ofPositions, ofNone) };
}

async function* oneAfterTheOther<Row>(...parts: AsyncIterable<readonly Row[]>[]): AsyncGenerator<readonly Row[]> {
  for (const part of parts) yield* part;
}

async function* each<From, To>(
  pages: AsyncIterable<readonly From[]>,
  read: (page: readonly From[]) => Promise<To[]>,
): AsyncGenerator<To[]> {
  for await (const page of pages) yield await read(page);
}
