import { z } from 'zod';
import { event, Id, Instant, Version } from '../contract.js';
import { AskedDue, DuePhase } from './dues.js';
import { practiceId } from './fields.js';
import { Message } from './messages.js';
import { PracticeStatus } from './states.js';

const fact = z.object({
  practiceId,
  organizationId: Id.describe('The body'),
  procedureId: Id.describe('The service'),
  applicantId: Id.describe('Who sent it'),
  status: PracticeStatus,
  version: Version.describe("The practice's version after the fact: the higher is the newer"),
  at: Instant.describe('When it happened'),
});

const practiceFact = (name: string, summary: string) => event(`events.practices.${name}.v1`, summary, fact);

/** For the other open pages of whoever saved it, which read it again (CAT-89): it names no body, and nobody else is told. */
export const draftSaved = event(
  'events.practices.draft-saved.v1',
  'The applicant saved a draft',
  z.object({ practiceId, applicantId: Id.describe('Whose it is'), version: Version.describe('The version of the draft from then on') }),
);
export const practiceSubmitted = practiceFact('submitted', 'A request was presented');
/** The PDFs exist: now the receipt mail may leave (PRA-10). */
export const receiptIssued = practiceFact('receipt-issued', 'The PDF copy and receipt of a request exist');
/** Only where the service registers (PRA-49). */
export const practiceRegistered = practiceFact('registered', 'A request got its number in the protocol');
/** Only where the service forwards (PRA-51). */
export const practiceAcquired = practiceFact('acquired', 'The office of destination has a request that is not worked here');
export const practiceAssigned = practiceFact('assigned', 'An officer took a practice in charge');
export const practiceTakenOver = practiceFact('taken-over', 'An officer took the place of the one in charge of a practice');
export const practiceReleased = practiceFact('released', 'Nobody is in charge of a practice any more: it is back in its queue');
export const amendmentRequested = practiceFact('amendment-requested', 'The office asked for additions');
export const amendmentSubmitted = practiceFact('amendment-submitted', 'The applicant answered a request of additions');
export const amendmentAccepted = practiceFact('amendment-accepted', 'The office accepted the additions');
export const amendmentRefused = practiceFact('amendment-refused', 'The office refused the additions');
export const amendmentClosed = practiceFact('amendment-closed', 'The office goes on without the additions that it had asked for');
export const refusalAnnounced = practiceFact('refusal-announced', 'The office announced a refusal, and awaits observations');
export const observationsSent = practiceFact('observations-sent', 'The applicant sent observations on an announced refusal');
export const observationsEnded = practiceFact('observations-ended', 'The time for observations on an announced refusal is over');
export const opinionAsked = practiceFact('opinion-asked', 'The office asked another office for its opinion');
export const opinionGiven = practiceFact('opinion-given', 'The office that was asked gave its opinion');
export const opinionDropped = practiceFact('opinion-dropped', 'The office goes on without an opinion that it had asked for');
export const practiceApproved = practiceFact('approved', 'A practice ended with a positive outcome');
export const practicePartiallyApproved = practiceFact('partially-approved', 'A practice ended with an outcome that is positive in part');
export const practiceRejected = practiceFact('rejected', 'A practice ended with a negative outcome');
export const practiceWithdrawn = practiceFact('withdrawn', 'The applicant withdrew a practice');
export const practiceCorrected = practiceFact('corrected', 'An officer corrected data of a request ex officio');
export const practiceCancelled = practiceFact('cancelled', 'The office ended a practice that should not be there');
export const practiceReopened = practiceFact('reopened', 'A manager reopened a practice that had ended');
export const messageSent = event(
  'events.practices.message-sent.v1',
  'One side of a practice wrote to the other',
  fact.extend({ from: Message.shape.from }),
);
/** Open pages read it again; what was booked, appointments have told. */
export const appointmentFollowed = practiceFact(
  'appointment-followed',
  'The appointment of a practice was booked, moved, cancelled, or took place or did not',
);
/** Tags, priority, checklist or links: what its office notes beside it. */
export const practiceMarked = practiceFact('marked', 'An officer changed what stands beside a practice, which no citizen is shown');
export const noteAdded = practiceFact('note-added', 'An officer added a private note');

/** For the payments service: it makes a position under this id, and tells what becomes of it. */
export const paymentWanted = event(
  'events.practices.payment-wanted.v1',
  'A practice waits for a payment',
  fact.extend({
    positionId: AskedDue.shape.id,
    phase: DuePhase,
    reason: AskedDue.shape.reason,
    amountCents: AskedDue.shape.amountCents,
    payBy: Instant.nullable().describe('Until when it counts as in time, where the window of the service closes; null: no bound'),
  }),
);
/** For the payments service: an open notice is withdrawn. */
export const paymentDropped = event(
  'events.practices.payment-dropped.v1',
  'A practice no longer waits for a payment: it was registered by an officer, is not due, or the practice came to nothing',
  fact.extend({
    positionId: AskedDue.shape.id,
    why: z.enum(['elsewhere', 'exempt', 'cancelled']).meta({ description: 'Why', examples: ['elsewhere'] }),
  }),
);
/** For the payments service: it goes to the list of what is to be refunded. */
export const paymentCameLate = event(
  'events.practices.payment-came-late.v1',
  'A payment was completed when its request could no longer be presented',
  fact.extend({ positionId: AskedDue.shape.id }),
);
export const paymentRequested = practiceFact(
  'payment-requested',
  'An outcome was decided, and is released when stamps and payments are there',
);
export const practicePaid = practiceFact('paid', 'All that a practice waited for is paid or declared');
