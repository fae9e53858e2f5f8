import { asCode } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { words } from '../casework/fields.js';
import { CivilDate, Id, problem, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Typed } from '../typed.js';
import { practiceId } from './fields.js';
import { Practice } from './practices.js';
import { moveRefused, practiceNotFound } from './states.js';

const stampId = Id.describe('The stamp');

export const stampNotFound = problem(404, 'stamp-not-found', 'Questa marca da bollo non c’è', 'There is no such stamp', {
  it: 'Per la pratica non è chiesta una marca da bollo con questo codice.',
  en: 'No stamp with this id is asked for by the practice.',
});

export const stampMissing = problem(422, 'stamp-missing', 'Manca la marca da bollo', 'The revenue stamp is missing', {
  it: 'Indica numero e data di emissione della marca da bollo: senza, l’istanza non è completa.',
  en: 'Give the number and the date of issue of the revenue stamp: without it the request is not complete.',
});

export const stampUsed = problem(409, 'stamp-used', 'Questa marca da bollo è già stata usata', 'This stamp has been used already', {
  it: 'Ogni marca da bollo vale per un solo documento: controlla il numero, oppure usa un’altra marca.',
  en: 'Each stamp is good for one document only: check the number, or use another stamp.',
});

export const stampDateWrong = problem(
  422,
  'stamp-date-wrong',
  'La data di emissione della marca non può essere nel futuro',
  'The date of issue of the stamp cannot be in the future',
  {
    it: 'La data di emissione è stampata sulla marca, e viene prima della domanda: controlla giorno, mese e anno.',
    en: 'The date of issue is printed on the stamp, and comes before the request: check day, month and year.',
  },
);

export const duesNotAsked = problem(
  409,
  'dues-not-asked',
  'Con questo esito non si chiedono marche o pagamenti',
  'Stamps and payments are not asked for with this outcome',
  {
    it: 'Marche da bollo e pagamenti si chiedono con un’approvazione, e solo se il servizio li prevede al rilascio: lo decide chi lo amministra.',
    en: 'Stamps and payments are asked for with an approval, and only where the service foresees them at release: its administrator decides.',
  },
);

/** Fourteen digits, as they are printed on it under the bar code. */
export const StampNumber = Typed(40)
  .overwrite(asCode)
  .regex(/^\d{14}$/)
  .meta({ description: 'The fourteen digits printed on the stamp', examples: ['01230456789012'], maxLength: 14 });

const at = z.strictObject({ id: practiceId, version: SeenVersion, stampId });

/** While the request is a draft the id is the caller's choice: it is the stamp of the request. */
export const declareStamp = rpc({
  subject: 'rpc.practices.declare-stamp.v1',
  http: 'PUT /practices/{id}/stamps/{stampId}/declaration',
  permission: 'practices:answer',
  summary: 'Declares a revenue stamp that was bought: its number and date of issue',
  input: at.extend({
    number: StampNumber,
    issuedOn: CivilDate.meta({ description: 'Date of issue, printed on it', examples: ['2026-11-02'] }),
  }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, stampNotFound, stampUsed, stampDateWrong],
});

export const verifyStamp = rpc({
  subject: 'rpc.practices.confirm-stamp.v1',
  http: 'PUT /practices/{id}/stamps/{stampId}/verification',
  permission: 'practices:work',
  summary: 'Notes that the officer has verified a declared stamp',
  input: at,
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, stampNotFound],
});

export const rejectStamp = rpc({
  subject: 'rpc.practices.reject-stamp.v1',
  http: 'PUT /practices/{id}/stamps/{stampId}/rejection',
  permission: 'practices:work',
  summary: 'Rejects a declared stamp with a reason: the applicant is asked for another one',
  input: at.extend({ reason: words('Why', 'Il numero non corrisponde a una marca emessa') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, stampNotFound],
});

export const waiveStamp = rpc({
  subject: 'rpc.practices.waive-stamp.v1',
  http: 'PUT /practices/{id}/stamps/{stampId}/waiver',
  permission: 'practices:work',
  summary: 'Gives up a stamp that was asked for, with a reason',
  input: at.extend({ reason: words('Why', 'Esente: tabella B allegata al DPR 642/1972') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, stampNotFound],
});
