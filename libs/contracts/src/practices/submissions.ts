import { z } from 'zod';
import { rpc } from '../contract.js';
import { incomplete, unusedFiles } from '../forms.js';
import { changedMeanwhile } from '../problems.js';
import { ArrivalMark } from './arrival-marks.js';
import { notNow } from './drafts.js';
import { byVersion, practiceId } from './fields.js';
import { alreadyRequested, noPlacesLeft } from './limits.js';
import { stampMissing } from './stamps.js';

/** Answered only after the commit is on disk. Sending again answers the same mark. */
export const submitPractice = rpc({
  subject: 'rpc.practices.submit.v1',
  http: 'POST /practices/{id}/submission',
  permission: 'practices:fill-in',
  summary: 'Sends a ready request to the competent office',
  input: byVersion,
  output: ArrivalMark,
  problems: [...notNow, changedMeanwhile, incomplete, unusedFiles, stampMissing, alreadyRequested, noPlacesLeft],
});

const many = z.strictObject({ items: z.array(byVersion).min(1).max(200).describe('The practices, each as it was shown') });

const refusal = z.object({
  type: z.string().meta({ description: 'Which problem', examples: ['incomplete'] }),
  status: z
    .number()
    .int()
    .meta({ description: 'Its HTTP status', examples: [422] }),
  title: z.string().meta({ description: 'What it says', examples: ['Mancano dati o non sono coerenti'] }),
  detail: z
    .string()
    .optional()
    .meta({ description: 'What it says of this one', examples: ['Stato attuale: BOZZA'] }),
  retryAfterMs: z
    .number()
    .int()
    .optional()
    .meta({ description: 'Milliseconds until it is worth asking again; before the hour, until the hour', examples: [86_400_000] }),
});

/** For associations that send for many on a click day: each is taken in on its own, and no one waits for another. */
export const submitPractices = rpc({
  subject: 'rpc.practices.submit-many.v1',
  http: 'POST /submissions',
  permission: 'practices:submit',
  summary: 'Sends up to two hundred ready requests',
  input: many,
  output: z.object({
    items: z
      .array(
        z.object({
          practiceId,
          mark: ArrivalMark.nullable().describe('Its arrival mark, when it was taken in'),
          problem: refusal.nullable().meta({ description: 'Why it was not taken in (RFC 9457)', examples: [null] }),
        }),
      )
      .describe('One for each, in the order in which they were named'),
  }),
});

/** By the same way as the sending, before its hour: whoever rehearses is told what would be refused then (CLK-33). */
export const rehearseSubmissions = rpc({
  subject: 'rpc.practices.rehearse-submissions.v1',
  http: 'POST /submissions/rehearsal',
  permission: 'practices:submit',
  summary: 'Tries the sending of up to two hundred ready requests: nothing is sent',
  input: many,
  output: z.object({
    items: z
      .array(
        z.object({
          practiceId,
          problem: refusal
            .nullable()
            .meta({ description: 'Why it would be refused at its hour (RFC 9457); places are not counted', examples: [null] }),
        }),
      )
      .describe('One for each, in the order in which they were named'),
  }),
});
