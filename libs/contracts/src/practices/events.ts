import { z } from 'zod';
import { event, Id, Instant, Version } from '../contract.js';
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

export const practiceSubmitted = practiceFact('submitted', 'A request was presented');
/** The PDFs exist: now the receipt mail may leave (PRA-10). */
export const receiptIssued = practiceFact('receipt-issued', 'The PDF copy and receipt of a request exist');
export const practiceAssigned = practiceFact('assigned', 'An officer took a practice in charge');
export const practiceReleased = practiceFact('released', 'Nobody is in charge of a practice any more: it is back in its queue');
export const amendmentRequested = practiceFact('amendment-requested', 'The office asked for additions');
export const amendmentSubmitted = practiceFact('amendment-submitted', 'The applicant answered a request of additions');
export const amendmentAccepted = practiceFact('amendment-accepted', 'The office accepted the additions');
export const amendmentRefused = practiceFact('amendment-refused', 'The office refused the additions');
export const practiceApproved = practiceFact('approved', 'A practice ended with a positive outcome');
export const practiceRejected = practiceFact('rejected', 'A practice ended with a negative outcome');
export const messageSent = event(
  'events.practices.message-sent.v1',
  'One side of a practice wrote to the other',
  fact.extend({ from: Message.shape.from }),
);
export const noteAdded = practiceFact('note-added', 'An officer added a private note');
