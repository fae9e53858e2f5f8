import { problem, rpc } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { byVersion } from './fields.js';
import { Practice } from './practices.js';
import { moveRefused, practiceNotFound } from './states.js';

export const notTheApplicant = problem(
  403,
  'not-the-applicant',
  'Solo chi ha presentato la pratica può ritirarla',
  'Only the person who sent the practice can withdraw it',
  {
    it: 'La pratica si ritira dalla propria area personale, con il profilo con cui è stata inviata.',
    en: 'A practice is withdrawn from the personal area, with the profile with which it was sent.',
  },
);

export const withdrawalNotOffered = problem(
  409,
  'withdrawal-not-offered',
  'Per questo servizio il ritiro non è previsto',
  'This service does not offer withdrawal',
  {
    it: "L'ente non ha previsto il ritiro per questo servizio. Per esigenze specifiche scrivi un messaggio all'ufficio.",
    en: 'The body does not offer withdrawal for this service. If you have specific needs, send a message to the office.',
  },
);

/** Asked, started or completed, in any phase; a declared or asked stamp too. */
export const paymentPresent = problem(
  409,
  'payment-present',
  "C'è un pagamento legato alla pratica: contatta l'ufficio",
  'A payment is linked to the practice: contact the office',
  {
    it: "Una pratica con un pagamento richiesto, avviato o completato, o con una marca da bollo, non si ritira da sé: l'ufficio valuta anche il rimborso.",
    en: 'A practice with a payment asked, started or completed, or with a revenue stamp, is not withdrawn by itself: the office considers the refund too.',
  },
);

export const alreadyAcquired = problem(
  409,
  'already-acquired',
  "La pratica è già stata acquisita dall'ufficio",
  'The office has received the practice already',
  {
    it: "La pratica è passata all'ufficio di destinazione, che se ne occupa da allora: il ritiro si chiede lì.",
    en: 'The practice has gone to the office that deals with it: ask that office for the withdrawal.',
  },
);

export const registrationPending = problem(
  409,
  'registration-pending',
  'La pratica sta per essere protocollata: riprova tra poco',
  'The practice is about to be registered: try again shortly',
  {
    it: 'Il servizio protocolla le pratiche: questa aspetta il suo numero, e dopo si può ritirare.',
    en: 'The service registers its practices: this one waits for its number, and can be withdrawn afterwards.',
  },
);

export const notWithdrawable = problem(
  409,
  'not-withdrawable',
  'In questo stato la pratica non si ritira',
  'A practice in this state cannot be withdrawn',
  {
    it: 'Si ritira solo una pratica inviata e non ancora conclusa. Una bozza si elimina.',
    en: 'Only a practice that was sent and has not ended can be withdrawn. A draft is deleted instead.',
  },
);

export const withdrawPractice = rpc({
  subject: 'rpc.practices.withdraw.v1',
  http: 'PUT /practices/{id}/withdrawal',
  permission: 'practices:withdraw',
  summary: 'Withdraws a practice that was sent: its examination ends, and the office is told (PRA-20)',
  input: byVersion,
  output: Practice,
  problems: [
    practiceNotFound,
    notTheApplicant,
    withdrawalNotOffered,
    paymentPresent,
    alreadyAcquired,
    registrationPending,
    notWithdrawable,
    moveRefused,
    changedMeanwhile,
  ],
});
