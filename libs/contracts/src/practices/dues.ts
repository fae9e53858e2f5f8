/** What a practice costs: revenue stamps and payments, in the words of every contract that speaks of them. */
import { z } from 'zod';
import { CivilDate, Id, Instant } from '../contract.js';
import { Line } from '../typed.js';

/** Of a stamp on requests and on what is released, in cents. DPR 642/1972, tariff, articles 3 and 4. */
export const STAMP_CENTS = 1_600;

export const DuePhase = z
  .enum(['request', 'release'])
  .meta({ description: 'Before the request is presented, or before its outcome is released', examples: ['release'] });
export type DuePhase = z.infer<typeof DuePhase>;

const amountCents = z
  .number()
  .int()
  .min(1)
  .max(100_000_000)
  .meta({ description: 'How much, in cents of euro', examples: [STAMP_CENTS] });

/** What an officer asks for with an approval. */
export const AskedDue = z.strictObject({
  id: Id.describe('An id that the caller chose'),
  reason: Line(200)
    .min(1)
    .meta({ description: 'What for', examples: ['Permesso ZTL'] }),
  amountCents,
});

export const Stamp = z.object({
  id: Id.describe('The stamp'),
  phase: DuePhase,
  status: z.enum(['requested', 'declared', 'verified', 'rejected', 'consumed', 'waived']).meta({
    description: 'Asked for, declared by the applicant, verified or rejected by an officer, used up, or given up',
    examples: ['declared'],
  }),
  reason: z.string().meta({ description: 'What for', examples: ['Istanza'] }),
  amountCents,
  number: z
    .string()
    .nullable()
    .meta({ description: 'The fourteen digits printed on it, once declared', examples: ['01230456789012'] }),
  issuedOn: CivilDate.nullable().meta({ description: 'Its date of issue, once declared', examples: ['2026-11-02'] }),
  note: z
    .string()
    .nullable()
    .meta({ description: 'Why it was rejected or given up', examples: [null] }),
  documentSha256: z
    .string()
    .nullable()
    .meta({ description: 'Hash of the document on which it was used up', examples: [null] }),
});

export const PracticePayment = z.object({
  id: Id.describe('The payment: the position of the payments service has the same id'),
  phase: DuePhase,
  status: z.enum(['wanted', 'started', 'completed', 'elsewhere', 'exempt', 'late', 'dropped']).meta({
    description: 'Asked for, under way, paid, registered by an officer, not due, paid too late, or given up with its practice',
    examples: ['wanted'],
  }),
  reason: z.string().meta({ description: 'What for', examples: ['Tassa di concorso'] }),
  amountCents,
  settledAt: Instant.nullable().describe('When it was settled; null until then'),
});
