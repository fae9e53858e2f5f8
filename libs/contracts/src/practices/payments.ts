import { z } from 'zod';
import { words } from '../casework/fields.js';
import { rpc } from '../contract.js';
import { incomplete, unusedFiles } from '../forms.js';
import { changedMeanwhile } from '../problems.js';
import { notNow } from './drafts.js';
import { byVersion } from './fields.js';
import { alreadyRequested, noPlacesLeft } from './limits.js';
import { Practice } from './practices.js';
import { stampMissing } from './stamps.js';
import { moveRefused, practiceNotFound } from './states.js';

/** Where a payment comes first this stands in the place of the sending: the request is presented when it is paid. */
export const proceedToPayment = rpc({
  subject: 'rpc.practices.proceed-to-payment.v1',
  http: 'POST /practices/{id}/payment-request',
  permission: 'practices:submit',
  summary: 'Closes a request that is presented once it is paid',
  input: byVersion,
  output: Practice,
  problems: [...notNow, changedMeanwhile, incomplete, unusedFiles, stampMissing, alreadyRequested, noPlacesLeft],
});

export const registerPayment = rpc({
  subject: 'rpc.practices.register-payment.v1',
  http: 'PUT /practices/{id}/registered-payment',
  permission: 'practices:work',
  summary: 'Registers that what a practice waits for was paid elsewhere; it cannot be undone',
  input: byVersion.extend({
    text: words('What is noted or written', 'Pagato allo sportello il 3 novembre').optional(),
    isForApplicant: z.boolean().default(false).describe('Whether the text is a message to the applicant, and not a private note'),
  }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile],
});

export const exemptPractice = rpc({
  subject: 'rpc.practices.exempt.v1',
  http: 'PUT /practices/{id}/exemption',
  permission: 'practices:work',
  summary: 'Lets a request be presented without its payment, with a reason',
  input: byVersion.extend({ reason: words('Why nothing is due', 'Esente per disabilità') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile],
});
