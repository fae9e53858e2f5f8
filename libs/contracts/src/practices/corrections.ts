/** What an officer corrects of a sent request, ex officio (PRA-75). */
import { z } from 'zod';
import { Id, problem, rpc, SeenVersion } from '../contract.js';
import { Content, incomplete } from '../forms.js';
import { changedMeanwhile, idReused, tooLarge } from '../problems.js';
import { Prose } from '../typed.js';
import { practiceId } from './fields.js';
import { alreadyRequested, noPlacesLeft } from './limits.js';
import { Practice } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

export const nothingCorrected = problem(422, 'nothing-corrected', 'I dati sono come erano', 'The data are as they were', {
  it: 'Una modifica d’ufficio cambia almeno un dato del modulo. Gli allegati e i dati che vengono dall’identità digitale non si modificano.',
  en: 'A correction ex officio changes at least one datum of the form. Files and what comes from the digital identity are not changed.',
});

/** Checked by the form as at the sending. What was sent stays readable, with its hash. */
export const correctPractice = rpc({
  subject: 'rpc.practices.correct.v1',
  http: 'PUT /practices/{id}/corrections/{correctionId}',
  permission: 'practices:work',
  summary: 'Corrects data of a request ex officio, with the reason, which the applicant is told',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    correctionId: Id.describe('The correction, with an id that the caller chose'),
    content: Content.describe('All answers as they are to be from now on'),
    reason: Prose(2000)
      .min(1)
      .meta({
        description: 'Why, as the applicant reads it',
        examples: ['Codice fiscale del figlio corretto come da certificato allegato'],
      }),
  }),
  output: Practice,
  problems: [
    ...[practiceNotFound, moveRefused, notInCharge, changedMeanwhile, idReused],
    ...[incomplete, tooLarge, nothingCorrected, alreadyRequested, noPlacesLeft],
  ],
});
