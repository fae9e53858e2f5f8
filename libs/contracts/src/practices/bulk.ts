import { z } from 'zod';
import { words } from '../casework/fields.js';
import { Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text } from '../contract.js';
import { idReused } from '../problems.js';
import { Prose } from '../typed.js';
import { number, Priority, practiceId, Tag } from './fields.js';

/** Practices that one job works on at most. */
export const MOST_AT_ONCE = 500;

export const bulkJobNotFound = problem(
  404,
  'bulk-job-not-found',
  'Questa operazione multipla non è tra le tue',
  'This bulk action is not among yours',
  {
    it: "L'operazione non esiste, oppure è stata avviata da un'altra persona.",
    en: 'The action does not exist, or was started by another person.',
  },
);

const message = Prose(5_000)
  .min(1)
  .nullable()
  .meta({ description: 'What to write to each applicant', examples: ['La richiesta è stata accolta'] });

/** What can be done with many practices at once (PRA-79). Each of it is what its own door does with one. */
export const BulkAct = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('take').describe('Puts the officer in charge') }),
    z.strictObject({ kind: z.literal('release').describe('Puts them back in their queue') }),
    z.strictObject({
      kind: z.literal('assign').describe('Assigns them'),
      to: z.enum(['officer', 'office']).describe('Whether an officer is named, or an office'),
      assigneeId: Id.describe('The officer or the office'),
    }),
    z.strictObject({ kind: z.literal('add-tag').describe('Adds a tag'), tag: Tag }),
    z.strictObject({ kind: z.literal('set-priority').describe('Says how urgent they are'), priority: Priority }),
    z.strictObject({
      kind: z.literal('send-message').describe('Writes to each applicant'),
      text: words('The message', 'Gli uffici sono chiusi il 24 dicembre'),
    }),
    z.strictObject({ kind: z.literal('approve').describe('Approves them'), message }),
    z.strictObject({ kind: z.literal('reject').describe('Rejects them'), message }),
  ])
  .meta({ description: 'What is done with each', examples: [{ kind: 'take' }] });
export type BulkAct = z.infer<typeof BulkAct>;

const counted = z
  .number()
  .int()
  .meta({ examples: [12] });

const BulkItem = z.object({
  practiceId,
  number: number.nullable().describe('Null where the officer may not work it'),
  result: z
    .enum(['waiting', 'done', 'skipped', 'failed'])
    .meta({ description: 'What came of it; skipped: its state does not allow it', examples: ['done'] }),
  reason: Text.nullable().describe('Why it was not done'),
});

const jobId = Id.describe('The job');

export const BulkJob = z.object({
  id: jobId,
  act: BulkAct,
  startedAt: Instant.describe('When it was started'),
  finishedAt: Instant.nullable().describe('When the last one was dealt with; null until then'),
  total: counted.describe('How many practices'),
  done: counted.describe('How many of them were done'),
  skipped: counted.describe('How many were skipped'),
  failed: counted.describe('How many failed'),
});

const BulkJobWithItems = BulkJob.extend({ items: z.array(BulkItem).describe('One for each practice, as they were chosen') });

const permission = 'practices:work';

/** Started again under the same id, it answers the first. */
export const startBulk = rpc({
  subject: 'rpc.practices.start-bulk.v1',
  http: 'PUT /queue/jobs/{jobId}',
  permission,
  summary: 'Does the same with many practices, one after the other, and keeps what came of each',
  input: z.strictObject({
    jobId: jobId.describe('The job, with an id that the caller chose'),
    act: BulkAct,
    practices: z
      .array(z.strictObject({ id: practiceId, version: SeenVersion }))
      .min(1)
      .max(MOST_AT_ONCE)
      .describe('The practices, each with the version that was shown'),
  }),
  output: BulkJobWithItems,
  problems: [idReused],
});

export const getBulk = rpc({
  subject: 'rpc.practices.get-bulk.v1',
  http: 'GET /queue/jobs/{jobId}',
  permission,
  summary: 'Tells how far a job is, and what came of each practice',
  input: z.strictObject({ jobId }),
  output: BulkJobWithItems,
  problems: [bulkJobNotFound],
});

export const listBulk = rpc({
  subject: 'rpc.practices.list-bulk.v1',
  http: 'GET /queue/jobs',
  permission,
  summary: "Lists one's own latest jobs, the newest first",
  input: z.strictObject(paging),
  output: listOf(BulkJob),
});

/** By the versions of now: who asks has read why it failed. */
export const retryBulk = rpc({
  subject: 'rpc.practices.retry-bulk.v1',
  http: 'POST /queue/jobs/{jobId}/retries',
  permission,
  summary: 'Tries again what failed',
  input: z.strictObject({ jobId }),
  output: BulkJobWithItems,
  problems: [bulkJobNotFound],
});
