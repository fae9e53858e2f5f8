/** Debt positions: what is owed, in which ways it can be paid, and what the payments service tells of it. */
import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc, Version } from '../contract.js';

/** The most that pagoPA carries in one payment, in cents of euro. */
export const MOST_CENTS = 99_999_999_999;

export const cents = (description: string) =>
  z
    .number()
    .int()
    .min(0)
    .max(MOST_CENTS)
    .meta({ description, examples: [14_800] });

/** Eighteen digits, as text: a number of JSON does not hold them, and would become another notice that is valid too. */
export const noticeNumber = z
  .string()
  .regex(/^\d{18}$/)
  .meta({ description: 'Notice number', examples: ['301000000000004285'] });

export const InstalmentState = z
  .enum(['draft', 'creation_failed', 'open', 'expired', 'paid', 'reported', 'paid_elsewhere', 'cancelled', 'excluded', 'to_collection'])
  .meta({
    description:
      'Being created, not created yet, to be paid, past a due date that binds, paid, reconciled, paid outside of the system, withdrawn, given up for another way to pay, or passed to forced collection',
    examples: ['open'],
  });
export type InstalmentState = z.infer<typeof InstalmentState>;

export const PositionState = z
  .enum(['creating', 'creation_failed', 'to_pay', 'partly_paid', 'paid', 'reported', 'to_collection', 'expired', 'cancelled'])
  .meta({ description: 'What becomes of a position, as it follows from its instalments at this moment', examples: ['to_pay'] });
export type PositionState = z.infer<typeof PositionState>;

export const Instalment = z.object({
  id: Id.describe('The instalment'),
  number: z
    .number()
    .int()
    .meta({ description: 'Which of its option, from 1 on', examples: [1] }),
  noticeNumber: noticeNumber.nullable().describe('Its notice number; null while it is being created'),
  amountCents: cents('What is to be paid at this moment, in cents of euro'),
  surcharges: z
    .array(
      z.object({
        from: CivilDate.meta({ description: 'From which day on it is added', examples: ['2027-01-01'] }),
        cents: cents('What is added, in cents of euro'),
      }),
    )
    .describe('What is added to the amount from certain days on; what has begun is in the amount already'),
  dueOn: CivilDate.nullable().meta({ description: 'Until which day it is due, that day included', examples: ['2026-12-31'] }),
  isBinding: z.boolean().meta({ description: 'Whether it can no longer be paid after that day', examples: [false] }),
  state: InstalmentState,
  isPayable: z.boolean().meta({ description: 'Whether it can be paid at this moment', examples: [true] }),
  isUnderWay: z.boolean().meta({ description: 'Whether somebody left for the payment page within the last half hour', examples: [false] }),
  paidCents: cents('What was paid, in cents of euro').nullable(),
  settledAt: Instant.nullable().describe('When it was paid or registered; null until then'),
  hasReceipt: z.boolean().meta({ description: 'Whether its receipt has come', examples: [false] }),
  replacedById: Id.nullable().describe('The instalment that took its place under a new notice number'),
});

export const PaymentOption = z.object({
  id: Id.describe('The way to pay'),
  kind: z.enum(['single', 'plan']).meta({ description: 'All at once, or in instalments', examples: ['single'] }),
  instalments: z.array(Instalment).describe('What is paid, in its order'),
});

const summary = {
  id: Id.describe('The position'),
  organizationId: Id.describe('The body to which it is owed'),
  creditorName: z
    .string()
    .nullable()
    .meta({ description: 'Name of the body on notices', examples: ['Comune di Esempio'] }),
  reason: z.string().meta({ description: 'What for', examples: ['Tassa di concorso'] }),
  beneficiaryName: z
    .string()
    .nullable()
    .meta({ description: 'For whom it is paid, where that is not the debtor', examples: [null] }),
  practiceId: Id.nullable().describe('The practice that waits for it; null where none does'),
  state: PositionState,
  amountCents: cents('What is to be paid in all at this moment, in cents of euro'),
  paidCents: cents('What was paid so far, in cents of euro'),
  dueOn: CivilDate.nullable().meta({ description: 'The next day on which something is due', examples: ['2026-12-31'] }),
  openedAt: Instant.describe('When it was asked for'),
  settledAt: Instant.nullable().describe('When the last of it was paid; null until then'),
  version: Version,
};

export const PositionRow = z.object({
  ...summary,
  notice: z
    .object({ fiscalCode: z.string().meta({ description: 'Fiscal code of the body', examples: ['77777777777'] }), noticeNumber })
    .nullable()
    .describe('By which all that is due can be paid at this moment; null where there is not one notice for it'),
  noticeNumbers: z
    .array(noticeNumber)
    .meta({ description: 'Its notice numbers, the replaced ones among them', examples: [['301000000000004285']] }),
});

export const Position = z.object({
  ...summary,
  creditorFiscalCode: z
    .string()
    .nullable()
    .meta({ description: 'Fiscal code of the body', examples: ['77777777777'] }),
  debtorName: z
    .string()
    .nullable()
    .meta({ description: 'Who owes it; null while it is being created', examples: ['Federica Neri'] }),
  options: z.array(PaymentOption).describe('The ways to pay it: one of them is chosen by paying'),
});

export const positionNotFound = problem(404, 'position-not-found', 'Questo pagamento non esiste', 'There is no such payment', {
  it: 'Il pagamento non esiste, oppure non è fra quelli che puoi vedere.',
  en: 'The payment does not exist, or is not among those that you can see.',
});

export const getPosition = rpc({
  subject: 'rpc.payments.get.v1',
  http: 'GET /positions/{id}',
  permission: 'positions:read',
  summary: 'Reads a position with its ways to pay',
  input: z.strictObject({ id: Id.describe('The position') }),
  output: Position,
  problems: [positionNotFound],
});

export const listOwnPositions = rpc({
  subject: 'rpc.payments.list-own.v1',
  http: 'GET /positions',
  permission: 'positions:list-own',
  summary: "Lists one's own positions, those asked for last first",
  input: z.strictObject({
    show: z.enum(['to_pay', 'paid', 'all']).default('all').describe('What is still to be paid, what was paid, or all'),
    from: CivilDate.optional().meta({ description: 'Paid on this day or later', examples: ['2026-01-01'] }),
    to: CivilDate.optional().meta({ description: 'Paid on this day or before', examples: ['2026-12-31'] }),
    ...paging,
  }),
  output: listOf(PositionRow),
});

/** A position grows a version with each fact: of two, the higher is the newer, whatever comes first. */
const fact = z.object({
  positionId: Id.describe('The position, by the id under which it was wanted'),
  version: Version.describe("The position's version after the fact"),
  at: Instant.describe('When it happened'),
});

export const positionStarted = event('events.payments.position-started.v1', 'Somebody left for the payment page', fact);
export const positionFailed = event(
  'events.payments.position-failed.v1',
  'A payment that was started did not succeed: it can be tried again',
  fact.extend({
    why: z
      .enum(['failed', 'abandoned', 'expired', 'cancelled'])
      .meta({ description: 'What became of the attempt', examples: ['abandoned'] }),
  }),
);
export const positionEnded = event(
  'events.payments.position-ended.v1',
  'The staff of the body ended a position by hand: it is withdrawn, was paid outside of the system, or has passed to forced collection',
  fact.extend({
    why: z.enum(['cancelled', 'elsewhere', 'collection']).meta({ description: 'How it ended', examples: ['cancelled'] }),
    paidCents: z
      .number()
      .int()
      .meta({ description: 'What was paid of it, in cents of euro', examples: [0] }),
  }),
);
export const positionCompleted = event(
  'events.payments.position-completed.v1',
  'A position was paid: its receipt has come',
  fact.extend({
    paidCents: z
      .number()
      .int()
      .meta({ description: 'What was paid, in cents of euro', examples: [1_000] }),
  }),
);
