/** What a body is owed, as its staff finds it. */
import { z } from 'zod';
import { CivilDate, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Prose } from '../typed.js';
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
  output: listOf(PositionRow.extend(debtor)),
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

/** What staff may do with a position that no practice waits for: withdraw it, pass it to forced collection, or register that it was paid elsewhere. */
export const StaffMove = z
  .enum(['cancel', 'collect', 'elsewhere'])
  .meta({ description: 'Withdrawn, passed to forced collection, or registered as paid elsewhere', examples: ['cancel'] });
export type StaffMove = z.infer<typeof StaffMove>;

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
    moves: z.array(StaffMove).describe('What staff may do with it now'),
    renewable: z.array(Id).describe('Instalments that may have a new notice now'),
  }),
  problems: [positionNotFound],
});

export const moveNotAllowed = problem(
  409,
  'position-move-not-allowed',
  'La posizione non è più in uno stato in cui si può fare',
  'The position is no longer in a state in which this can be done',
  {
    it: 'È già stata pagata, anche in parte, qualcuno la sta pagando in questo momento, oppure la gestisce la pratica che la aspetta.',
    en: 'It was paid already, be it in part, somebody is paying it at this moment, or the practice that waits for it deals with it.',
  },
);

const moved = z.object({ id: Id.describe('The position'), state: PositionState });
const move = {
  id: Id.describe('The position'),
  version: SeenVersion,
  reason: Prose(1_000)
    .min(1)
    .meta({ description: 'Why; it stays in the history, for staff', examples: ['Annullata in autotutela, determina 12 del 2026'] }),
};

/** What is paid all the same is to be given back. */
export const cancelPosition = rpc({
  subject: 'rpc.payments.cancel-position.v1',
  http: 'PUT /body-positions/{id}/cancellation',
  permission: 'positions:change',
  summary: 'Withdraws a position of which nothing was paid; it is final',
  input: z.strictObject(move),
  output: moved,
  problems: [positionNotFound, moveNotAllowed, changedMeanwhile],
});

export const collectPosition = rpc({
  subject: 'rpc.payments.collect-position.v1',
  http: 'PUT /body-positions/{id}/collection',
  permission: 'positions:change',
  summary: 'Notes that what is left of a position passed to forced collection: it can no longer be paid here',
  input: z.strictObject(move),
  output: moved,
  problems: [positionNotFound, moveNotAllowed, changedMeanwhile],
});

/** Irreversible. */
export const registerPayment = rpc({
  subject: 'rpc.payments.register-payment.v1',
  http: 'PUT /body-positions/{id}/payment',
  permission: 'positions:change',
  summary: 'Registers that a position was paid outside of the system',
  input: z.strictObject(move),
  output: moved,
  problems: [positionNotFound, moveNotAllowed, changedMeanwhile],
});

export const renewNotice = rpc({
  subject: 'rpc.payments.renew-notice.v1',
  http: 'PUT /body-positions/{id}/instalments/{instalmentId}/replacement',
  permission: 'positions:change',
  summary: 'Gives an instalment a new notice in the place of its old one, which can no longer be paid',
  input: z.strictObject({
    ...move,
    instalmentId: Id.describe('The instalment whose notice is replaced'),
    replacementId: Id.describe('The instalment that takes its place, with an id that the caller chose'),
    dueOn: CivilDate.nullable().meta({ description: 'Until which day it is due now; null: no day is said', examples: ['2026-12-31'] }),
    isBinding: z.boolean().meta({ description: 'Whether it can no longer be paid after that day', examples: [false] }),
  }),
  output: moved,
  problems: [positionNotFound, moveNotAllowed, changedMeanwhile],
});
