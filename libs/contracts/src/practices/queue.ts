import { z } from 'zod';
import { attachmentNotFound } from '../casework/attachments.js';
import { sentFiles } from '../casework/fields.js';
import { CivilDate, Id, Instant, listOf, paging, rpc, SeenVersion, Text, Version } from '../contract.js';
import { SignInMethod } from '../identity/people.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line, Prose } from '../typed.js';
import { AskedDue } from './dues.js';
import { byVersion, fiscalCode, number, officeName, officerName, Priority, practiceId, tags } from './fields.js';
import { checklistOpen } from './marks.js';
import { Practice, PracticeAfterSending } from './practices.js';
import { duesNotAsked, stampMissing } from './stamps.js';
import { moveRefused, notInCharge, PracticeStatus, practiceNotFound, reasonRequired } from './states.js';

/** The nine columns of the queue (PRA-24), and what opens a row. */
export const QueueRow = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  method: SignInMethod,
  applicantName: z.string().meta({ description: 'Given and family name of the applicant', examples: ['Federica Neri'] }),
  applicantFiscalCode: fiscalCode,
  submittedAt: Instant.describe('When it was sent'),
  changedAt: Instant.describe('When its state changed last'),
  status: PracticeStatus,
  answerBy: CivilDate.nullable()
    .optional()
    .meta({ description: 'Last day for the answer; null where nothing is to be answered', examples: ['2026-12-29'] }),
  officerName: officerName.nullable().describe('Who is in charge'),
  officeName,
  priority: Priority,
  tags,
  version: Version,
  isImportant: z.boolean().describe('Whether the reader marked it'),
});

export const Period = z
  .enum(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'custom'])
  .describe('A span of days in Europe/Rome');
export type Period = z.infer<typeof Period>;

/**
 * What the queue can be ordered by; `-` turns the order round. The most urgent first, and among them the one that waits longest; by `term`, what is to
 * be answered first.
 */
export const queueOrders = ['changed', 'submitted', 'applicant', 'priority', 'term'] as const;
export const QueueOrder = z.enum([...queueOrders, ...queueOrders.map((order) => `-${order}` as const)]);
export type QueueOrder = z.infer<typeof QueueOrder>;

export const listQueue = rpc({
  subject: 'rpc.practices.list-queue.v1',
  http: 'GET /queue',
  permission: 'practices:queue',
  summary: 'Lists the presented practices that an officer may work',
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .optional()
      .meta({
        description: 'Name or fiscal code of the applicant, number of the practice or of its request in the protocol, tags (PRA-25)',
        examples: ['neri'],
      }),
    sort: QueueOrder.default('-changed').describe('By what it is ordered; `-` turns the order round'),
    protocol: Line(40)
      .optional()
      .meta({ description: 'Number in the protocol of any of its documents, with or without the zeros before it', examples: ['42'] }),
    procedureId: Id.optional().describe('Only of this service'),
    status: PracticeStatus.optional().describe('Only in this state'),
    queue: z
      .enum(['my-office', 'mine', 'waiting', 'expiring'])
      .optional()
      .describe('Which queue; `expiring`: to be answered within a week, or late'),
    period: Period.optional().describe('When the state changed last (PRA-29), in Europe/Rome'),
    from: CivilDate.optional().meta({ description: 'First day, with `custom` only', examples: ['2026-01-01'] }),
    to: CivilDate.optional().meta({ description: 'Last day, included, with `custom` only', examples: ['2026-01-31'] }),
  }),
  output: listOf(QueueRow),
});

const counted = z
  .number()
  .int()
  .meta({ examples: [7] });

/** What the filters of the queue offer: the officer's procedures and the states each can reach (PRA-26, 27). */
export const getQueueFilters = rpc({
  subject: 'rpc.practices.get-queue-filters.v1',
  http: 'GET /queue/filters',
  permission: 'practices:queue',
  summary: 'Gives the services of the officer, their states, and how many practices wait in each queue',
  input: z.strictObject({}),
  output: z.object({
    procedures: z
      .array(
        z.object({
          id: Id.describe('The service'),
          title: Text.describe('What it is called'),
          statuses: z.array(PracticeStatus).describe('The states that its practices can reach'),
        }),
      )
      .describe('The services that the officer may work'),
    counts: z
      .object({
        waiting: counted.describe('Without an officer in charge'),
        mine: counted.describe('In charge of the reader'),
        myOffice: counted.describe("In charge of the reader's office"),
      })
      .describe('How many practices wait in each queue; 1,000 stands for that many or more'),
  }),
});

export const takePractice = rpc({
  subject: 'rpc.practices.take.v1',
  http: 'PUT /practices/{id}/assignment',
  permission: 'practices:work',
  summary: 'Assigns a practice to the officer who asks',
  input: byVersion,
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

export const decidePractice = rpc({
  subject: 'rpc.practices.decide.v1',
  http: 'PUT /practices/{id}/outcome',
  permission: 'practices:work',
  summary: 'Approves a practice, whole or in part, or rejects it, with a message and documents',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    decision: z.enum(['approved', 'partially_approved', 'rejected']).describe('The outcome'),
    message: Prose(5_000)
      .nullable()
      .meta({
        description: 'What to write to the applicant; a refusal has this or a document',
        examples: ['La richiesta è stata accolta'],
      }),
    attachmentIds: sentFiles,
    stamps: z.array(AskedDue).max(10).default([]).describe('Revenue stamps to be declared before the outcome is released (BOL-03)'),
    payment: AskedDue.optional().describe('What is to be paid before the outcome is released'),
  }),
  output: PracticeAfterSending,
  problems: [
    practiceNotFound,
    moveRefused,
    notInCharge,
    changedMeanwhile,
    attachmentNotFound,
    reasonRequired,
    duesNotAsked,
    stampMissing,
    idReused,
    checklistOpen,
  ],
});
