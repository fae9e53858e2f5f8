/** What payment service providers transferred to a body, by their reporting flows, and how it fits what was receipted. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { cents } from './positions.js';

export const FlowState = z
  .enum(['listed', 'taken', 'replaced'])
  .meta({ description: 'Published and not read yet, read and in force, or replaced by a later revision', examples: ['taken'] });
export type FlowState = z.infer<typeof FlowState>;

export const FlowOutcome = z.enum(['matched', 'of_others', 'amount_differs', 'without_receipt', 'unknown_notice', 'revoked']).meta({
  description:
    'Its receipt is here with the same amount; the same, for a share in another body’s notice; with another amount; a notice of ours without its receipt; a notice that nobody knows; or taken back',
  examples: ['matched'],
});
export type FlowOutcome = z.infer<typeof FlowOutcome>;

const sum = z
  .number()
  .int()
  .nullable()
  .meta({ description: 'What was transferred, in cents of euro; null until it was read', examples: [14_800] });

export const Flow = z.object({
  id: Id.describe('This revision of the flow'),
  name: z
    .string()
    .meta({ description: 'Identifier of the flow, as the line of the bank names it', examples: ['2026-11-11PSPXITRR-0000000001'] }),
  pspId: z.string().meta({ description: 'Who published it', examples: ['PSPXITRR'] }),
  revision: z
    .number()
    .int()
    .meta({ description: 'Grows with each correction', examples: [1] }),
  publishedAt: Instant.describe('When it was published'),
  state: FlowState,
  regulation: z
    .string()
    .nullable()
    .meta({ description: 'Number of the transfer (TRN or CRO)', examples: ['1234567890'] }),
  regulationOn: z
    .string()
    .nullable()
    .meta({ description: 'Day of the transfer', examples: ['2026-11-12'] }),
  total: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Its payments; null until it was read', examples: [12] }),
  sumCents: sum,
  oddRows: z
    .number()
    .int()
    .meta({ description: 'Payments that do not fit', examples: [0] }),
});

export const listFlows = rpc({
  subject: 'rpc.payments.list-flows.v1',
  http: 'GET /payment-flows',
  permission: 'anomalies:read',
  summary: "Lists the reporting flows of one's own body, the newest first",
  input: z.strictObject({
    ...paging,
    show: z
      .enum(['all', 'odd'])
      .default('all')
      .meta({ description: 'All, or those in which something does not fit', examples: ['odd'] }),
  }),
  output: listOf(Flow),
});

export const flowNotFound = problem(404, 'flow-not-found', 'Questo flusso non esiste', 'There is no such flow', {
  it: 'Il flusso non esiste, oppure è di un altro ente.',
  en: 'The flow does not exist, or is another body’s.',
});

export const getFlow = rpc({
  subject: 'rpc.payments.get-flow.v1',
  http: 'GET /payment-flows/{id}',
  permission: 'anomalies:read',
  summary: "Reads a reporting flow of one's own body",
  input: z.strictObject({ id: Id.describe('The flow') }),
  output: Flow,
  problems: [flowNotFound],
});

export const listFlowRows = rpc({
  subject: 'rpc.payments.list-flow-rows.v1',
  http: 'GET /payment-flows/{id}/payments',
  permission: 'anomalies:read',
  summary: 'Lists the payments of a reporting flow, in its order',
  input: z.strictObject({
    id: Id.describe('The flow'),
    limit: paging.limit,
    after: z.coerce
      .number<number>()
      .int()
      .min(-1)
      .max(2_147_483_647)
      .default(-1)
      .meta({ description: 'Where the list goes on: the `next` of the answer before', examples: [49] }),
    outcome: FlowOutcome.optional().describe('Only those that ended so'),
  }),
  output: z.object({
    items: z
      .array(
        z.object({
          place: z
            .number()
            .int()
            .meta({ description: 'Its number in the flow', examples: [1] }),
          iuv: z.string().meta({ description: 'Reference of the payment', examples: ['01000000000004285'] }),
          iur: z.string().meta({ description: 'Identifier of the payment', examples: ['8d1f34a0c4f64d6c8a1e0b9f7c3d2e11'] }),
          transfer: z
            .number()
            .int()
            .meta({ description: 'Which share of its notice', examples: [1] }),
          amountCents: z
            .number()
            .int()
            .meta({ description: 'What was transferred, in cents of euro; below zero what was taken back', examples: [14_800] }),
          paidOn: z.string().meta({ description: 'Day, as the flow tells it', examples: ['2026-11-11'] }),
          status: z.string().meta({ description: 'What the flow says of it', examples: ['EXECUTED'] }),
          outcome: FlowOutcome.nullable().describe('How it fits; null until the flow was matched'),
          receiptCents: cents('What its receipt says, in cents of euro; null without one').nullable(),
          positionId: Id.nullable().describe('The position of the notice; null where it is none of ours'),
        }),
      )
      .describe('This page of the list'),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null on the last one', examples: [null] }),
  }),
  problems: [flowNotFound],
});
