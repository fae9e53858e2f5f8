import { z } from 'zod';
import { attachmentNotFound } from '../casework/attachments.js';
import { sentFiles, words } from '../casework/fields.js';
import { Id, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { observationsId, practiceId } from './fields.js';
import { PracticeAfterSending } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

/** Law 241/1990, art. 10-bis: before a refusal the applicant is told why, and may object within ten days. */
export const announceRefusal = rpc({
  subject: 'rpc.practices.announce-refusal.v1',
  http: 'PUT /practices/{id}/observations/{observationsId}',
  permission: 'practices:work',
  summary: 'Announces a refusal with its reason, and awaits the observations of the applicant',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    observationsId: Id.describe('The announcement, with an id that the caller chose'),
    reason: words('Why it is to be refused', 'Il reddito dichiarato supera la soglia'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile, idReused, attachmentNotFound],
});

export const sendObservations = rpc({
  subject: 'rpc.practices.send-observations.v1',
  http: 'PUT /practices/{id}/observations/{observationsId}/answer',
  permission: 'practices:answer',
  summary: 'Sends observations on an announced refusal',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    observationsId,
    text: words('The observations', 'Il reddito è stato ricalcolato, in allegato la nuova attestazione'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, attachmentNotFound],
});
