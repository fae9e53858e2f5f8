/** What a body is owed, as its staff finds it. */
import { z } from 'zod';
import { CivilDate, Id, Instant, listOf, paging, rpc, Text } from '../contract.js';
import { Line } from '../typed.js';
import { Anomaly } from './anomalies.js';
import { AttemptState } from './carts.js';
import { bodyFiscalCode, taxonomyCode } from './creditors.js';
import { cents, Position, PositionRow, PositionState, positionNotFound } from './positions.js';

const debtor = {
  debtorName: z
    .string()
    .nullable()
    .meta({ description: 'Who owes it; null while it is being created', examples: ['Federica Neri'] }),
  debtorCode: z
    .string()
    .nullable()
    .meta({ description: 'Fiscal code or VAT number of who owes it; null while it is being created', examples: ['NREFRC80A41L219B'] }),
};

export const PositionFilters = z.strictObject({
  search: Line(100)
    .optional()
    .meta({
      description: 'A notice number, an IUV, a fiscal code, or words of the name of who owes it or of what for',
      examples: ['301000000000004285'],
    }),
  show: z
    .enum(['all', 'to_pay', 'overdue', 'paid', 'paid_elsewhere', 'to_collection', 'ended', 'creating'])
    .default('all')
    .meta({
      description:
        'All, what can be paid, what is past its day and not paid, what was paid, what was paid outside of the system, what passed to forced collection, what was withdrawn, or what is being created',
      examples: ['to_pay'],
    }),
  from: CivilDate.optional().meta({ description: 'Asked for on this day or later', examples: ['2026-01-01'] }),
  to: CivilDate.optional().meta({ description: 'Asked for on this day or before', examples: ['2026-12-31'] }),
});

export const searchPositions = rpc({
  subject: 'rpc.payments.search.v1',
  http: 'GET /body-positions',
  permission: 'positions:search',
  summary: "Finds what one's own body is owed, on the services that one works; those asked for last first",
  input: PositionFilters.extend(paging),
  output: listOf(
    PositionRow.extend({
      ...debtor,
      noticeNumbers: z.array(z.string()).meta({ description: 'Its notice numbers', examples: [['301000000000004285']] }),
    }),
  ),
});

const attempt = z.object({
  id: Id.describe('The attempt'),
  instalmentId: Id.describe('What was to be paid'),
  startedAt: Instant.describe('When somebody left for the payment page'),
  state: AttemptState,
  amountCents: cents('What it was, in cents of euro'),
});

const receipt = z.object({
  id: Id.describe('The receipt'),
  instalmentId: Id.describe('What it paid'),
  receiptId: z.string().meta({ description: 'Identifier of the payment (IUR)', examples: ['8d1f34a0c4f64d6c8a1e0b9f7c3d2e11'] }),
  amountCents: cents('What was paid, in cents of euro'),
  arrivedAt: Instant.describe('When it came'),
  paidAt: Instant.nullable().describe('When the payer paid, as it tells; null where it does not'),
  pspName: z.string().meta({ description: 'Who collected it', examples: ['Banca di prova'] }),
  isStandIn: z.boolean().meta({ description: 'Whether pagoPA had answered in the place of the body', examples: [false] }),
});

const transfer = z.object({
  instalmentId: Id.describe('The instalment'),
  place: z
    .number()
    .int()
    .meta({ description: 'Which of its shares, from 1 to 5', examples: [1] }),
  amountCents: cents('The share, in cents of euro'),
  fiscalCode: bodyFiscalCode.describe('The body to which it goes'),
  companyName: z.string().meta({ description: 'Name of that body', examples: ['Comune di Esempio'] }),
  iban: z.string().meta({ description: 'The account', examples: ['IT60X0542811101000000123456'] }),
  category: taxonomyCode,
  reason: z.string().meta({ description: 'Its reason, as the bank is told', examples: ['/RFB/01000000000004285/10.00/TXT/Tassa'] }),
});

const passage = z.object({
  at: Instant.describe('When'),
  move: z.string().meta({ description: 'What happened', examples: ['open'] }),
  from: PositionState.nullable().describe('The state before; null for the first'),
  to: PositionState.describe('The state after'),
  actor: Text.describe('Who'),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Why, where somebody wrote it', examples: [null] }),
});

export const getPositionRecord = rpc({
  subject: 'rpc.payments.get-record.v1',
  http: 'GET /body-positions/{id}',
  permission: 'positions:search',
  summary: "Reads all that is known of a position of one's own body: shares, attempts, receipts, anomalies and history",
  input: z.strictObject({ id: Id.describe('The position') }),
  output: Position.extend({
    ...debtor,
    transfers: z.array(transfer).describe('The shares of each instalment'),
    attempts: z.array(attempt).describe('Who left for the payment page, the newest first, a hundred at most'),
    receipts: z.array(receipt).describe('The receipts that came, the oldest first'),
    anomalies: z.array(Anomaly).describe('What staff has to look at, the oldest first'),
    history: z.array(passage).describe('What happened to it, the oldest first'),
  }),
  problems: [positionNotFound],
});
