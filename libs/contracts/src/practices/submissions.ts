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

/** For associations that send for many on a click day: each is taken in on its own, and no one waits for another. */
export const submitPractices = rpc({
  subject: 'rpc.practices.submit-many.v1',
  http: 'POST /submissions',
  permission: 'practices:submit',
  summary: 'Sends up to two hundred ready requests',
  input: z.strictObject({ items: z.array(byVersion).min(1).max(200).describe('The practices, each as it was shown') }),
  output: z.object({
    items: z
      .array(
        z.object({
          practiceId,
          mark: ArrivalMark.nullable().describe('Its arrival mark, when it was taken in'),
          problem: z
            .object({
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
            })
            .nullable()
            .meta({ description: 'Why it was not taken in (RFC 9457)', examples: [null] }),
        }),
      )
      .describe('One for each, in the order in which they were named'),
  }),
});
