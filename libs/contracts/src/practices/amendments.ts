import { z } from 'zod';
import { attachmentNotFound } from '../casework/attachments.js';
import { sentFiles, words } from '../casework/fields.js';
import { Id, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { amendmentId, practiceId } from './fields.js';
import { Practice, PracticeAfterSending } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

export const answerAmendment = rpc({
  subject: 'rpc.practices.answer-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/answer',
  permission: 'practices:answer',
  summary: 'Answers a request of additions',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    amendmentId,
    text: words('The answer', 'In allegato la delega firmata'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, attachmentNotFound],
});

export const requestAmendment = rpc({
  subject: 'rpc.practices.request-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}',
  permission: 'practices:work',
  summary: 'Asks the applicant for additions, with a reason',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    amendmentId: Id.describe('The request of additions, with an id that the caller chose'),
    reason: words('What is missing', 'Manca la delega firmata'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile, idReused, attachmentNotFound],
});

export const acceptAmendment = rpc({
  subject: 'rpc.practices.accept-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/acceptance',
  permission: 'practices:work',
  summary: 'Accepts the additions received',
  input: z.strictObject({ id: practiceId, version: SeenVersion, amendmentId }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

/** The office goes on without the answer (PRA-72). */
export const closeAmendment = rpc({
  subject: 'rpc.practices.close-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/closure',
  permission: 'practices:work',
  summary: 'Closes a request of additions that was not answered, with a reason',
  input: z.strictObject({ id: practiceId, version: SeenVersion, amendmentId, reason: words('Why', 'Il documento è già in atti') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

/** The request stays open to a new answer: the next amendment takes the refusal's reason. */
export const refuseAmendment = rpc({
  subject: 'rpc.practices.refuse-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/refusal',
  permission: 'practices:work',
  summary: 'Refuses the additions received, with a reason',
  input: z.strictObject({ id: practiceId, version: SeenVersion, amendmentId, reason: words('Why', 'La firma non è leggibile') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});
