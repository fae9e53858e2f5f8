import { z } from 'zod';
import { words } from '../casework/fields.js';
import { rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { practiceId } from './fields.js';
import { alreadyRequested, noPlacesLeft } from './limits.js';
import { Practice } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

/** Test data, duplicates, what was sent to the wrong body; never used for a withdrawal (PRA-71). */
export const cancelPractice = rpc({
  subject: 'rpc.practices.cancel.v1',
  http: 'PUT /practices/{id}/cancellation',
  permission: 'practices:work',
  summary: 'Ends a practice that should not be there, with a reason that the applicant reads',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    reason: words('Why, for the applicant', 'La stessa richiesta è stata inviata due volte: resta valida la prima'),
  }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

/** The outcome that it had stays readable (PRA-70). */
export const reopenPractice = rpc({
  subject: 'rpc.practices.reopen.v1',
  http: 'PUT /practices/{id}/reopening',
  permission: 'practices:reopen',
  summary: 'Reopens a practice that has ended, with a reason that the applicant reads',
  input: z.strictObject({ id: practiceId, version: SeenVersion, reason: words('Why, for the applicant', 'Un documento era sfuggito') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, alreadyRequested, noPlacesLeft, changedMeanwhile],
});
