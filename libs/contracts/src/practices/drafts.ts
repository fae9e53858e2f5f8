import { z } from 'zod';
import { UnusedFile } from '../casework/attachments.js';
import { Id, Instant, problem, rpc, SeenVersion, Version } from '../contract.js';
import { Content, Dropped, incomplete, unusedFiles } from '../forms.js';
import { personNotFound } from '../identity/people.js';
import { changedMeanwhile, idReused, tooLarge } from '../problems.js';
import { byId, byVersion, byVersionInQuery, number, practiceId } from './fields.js';
import { alreadyRequested, noPlacesLeft } from './limits.js';
import { Practice } from './practices.js';
import { notEntitled, notListed, procedureClosed, procedureNotFound, signInNotAllowed } from './procedures.js';
import { stampMissing } from './stamps.js';
import { alreadySent, moveRefused, PracticeStatus, practiceNotFound } from './states.js';

const dropped = z.array(Dropped).meta({ description: 'What of the content was not kept', examples: [[]] });

const filesNotUsed = z
  .array(UnusedFile)
  .meta({ description: 'Uploaded for the form and named by no answer: to be named or removed before completion', examples: [[]] });

export const tooManyDrafts = problem(
  409,
  'too-many-drafts',
  'Hai già molte bozze di questo servizio: riprendine una o eliminane qualcuna',
  'You already have many drafts of this service: go on with one or delete some',
  {
    it: 'Per ogni servizio si possono tenere poche bozze: riprendine una o elimina quelle che non servono.',
    en: 'Only a few drafts can be kept for each service: go on with one or delete those you do not need.',
  },
);

/** What the table of moves refuses to an applicant. */
export const notNow = [practiceNotFound, moveRefused, alreadySent, procedureClosed, notEntitled, notListed, signInNotAllowed] as const;

/** What may keep somebody from beginning. */
export const notBegun = [
  procedureNotFound,
  procedureClosed,
  notEntitled,
  signInNotAllowed,
  notListed,
  personNotFound,
  alreadyRequested,
  noPlacesLeft,
] as const;

/**
 * The first save: the caller chooses the id, the number is given (PRA-01). Asked again it changes nothing; with another content it is
 * refused. Unknown keys and values of a wrong type are refused, what a condition hides is not kept and named (CAT-88).
 */
export const openPractice = rpc({
  subject: 'rpc.practices.open.v1',
  http: 'PUT /practices/{id}',
  permission: 'practices:compile',
  summary: 'Opens a draft for a service, with its number',
  input: z.strictObject({
    id: Id.describe('The practice, with an id that the caller chose'),
    procedureId: Id.describe('The service'),
    content: Content,
  }),
  output: Practice.extend({ dropped }),
  problems: [...notBegun, practiceNotFound, idReused, tooManyDrafts, tooLarge],
});

const locked = z
  .array(z.string().meta({ description: 'Key of a field', examples: ['givenName'] }))
  .describe('The fields that hold what is known of the person or of whom she acts for: nobody types there');

/** What the profile already knows, for a form not yet saved (CAT-07), and the draft there may be (CAT-72). */
export const prepareCompilation = rpc({
  subject: 'rpc.practices.prepare.v1',
  http: 'GET /procedures/{id}/compilation',
  permission: 'practices:compile',
  summary: 'Gives the form, its prefilled data and the drafts one already has',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: z.object({
    formId: Id.describe('The version of the form to fill in'),
    content: Content.describe('What is known already, by field key'),
    locked,
    drafts: z
      .array(z.object({ id: practiceId, number, changedAt: Instant.describe('When it was saved last'), status: PracticeStatus }))
      .describe('Drafts of this service that one already has'),
  }),
  problems: [...notBegun],
});

export const getContent = rpc({
  subject: 'rpc.practices.get-content.v1',
  http: 'GET /practices/{id}/content',
  permission: 'practices:read',
  summary: 'Reads the answers of a practice to its form',
  input: byId,
  output: z.object({
    formId: Id.describe('The version of the form'),
    version: Version.describe('Send it back with the next save'),
    content: Content,
    sent: Content.nullable().optional().describe('What was sent, where an officer has corrected it since; null where nobody has'),
    locked,
    savedAt: Instant.describe('When it was saved last'),
    unusedFiles: filesNotUsed,
  }),
  problems: [practiceNotFound],
});

/**
 * The content need not be complete. Unknown keys and values of a wrong type are refused, what a condition hides is not kept and named
 * (CAT-88), and so is every uploaded file that no answer names.
 */
export const saveDraft = rpc({
  subject: 'rpc.practices.save-draft.v1',
  http: 'PUT /practices/{id}/content',
  permission: 'practices:fill-in',
  summary: 'Saves a draft',
  input: z.strictObject({ id: practiceId, content: Content, version: SeenVersion }),
  output: z.object({
    version: Version.describe('Send it back with the next save'),
    savedAt: Instant.describe('When'),
    dropped,
    unusedFiles: filesNotUsed,
  }),
  problems: [...notNow, changedMeanwhile, tooLarge],
});

/** For the same person on another device, who signs in there: to anybody else the address shows nothing (CAT-89). */
export const getContinuation = rpc({
  subject: 'rpc.practices.get-continuation.v1',
  http: 'GET /practices/{id}/continuation',
  permission: 'practices:compile',
  summary: 'Gives the address at which a draft goes on elsewhere, as a QR code too',
  input: byId,
  output: z.object({
    address: z.url().meta({
      description: 'The address, in the language of who asks',
      examples: ['https://servizi.example.it/servizi/asilo-nido/richiesta?istanza=01890000-0000-7000-8000-000000000042'],
    }),
    modules: z
      .number()
      .int()
      .min(21)
      .meta({ description: 'Width of the QR code in modules, without the white around it', examples: [33] }),
    path: z.string().meta({
      description: 'Its dark modules as the data of an SVG path, to be filled by the even-odd rule',
      examples: ['M0 0L7 0L7 7L0 7Z'],
    }),
  }),
  problems: [practiceNotFound, moveRefused],
});

export const deletePractice = rpc({
  subject: 'rpc.practices.delete.v1',
  http: 'DELETE /practices/{id}',
  permission: 'practices:fill-in',
  summary: 'Deletes a draft: content and attachments are erased, the number is not used again',
  input: byVersionInQuery,
  output: z.object({}),
  problems: [...notNow, changedMeanwhile],
});

export const completePractice = rpc({
  subject: 'rpc.practices.complete.v1',
  http: 'PUT /practices/{id}/completion',
  permission: 'practices:fill-in',
  summary: 'Completes a draft: everything is checked, content and hash are frozen (DA INVIARE)',
  input: byVersion,
  output: Practice,
  problems: [...notNow, changedMeanwhile, incomplete, unusedFiles, stampMissing, alreadyRequested, noPlacesLeft],
});

/** What was sent is never changed: whoever made a mistake sends a corrected copy (CAT-73, PRA-12). Attachments are added anew. */
export const duplicatePractice = rpc({
  subject: 'rpc.practices.duplicate.v1',
  http: 'PUT /practices/{id}/copies/{copyId}',
  permission: 'practices:compile',
  summary: 'Opens a new draft with the answers of a sent request',
  input: z.strictObject({
    id: Id.describe('The sent request'),
    copyId: Id.describe('The copy, with an id that the caller chose'),
  }),
  output: Practice.extend({ dropped }),
  problems: [...notBegun, practiceNotFound, moveRefused, idReused, tooManyDrafts],
});

export const reopenDraft = rpc({
  subject: 'rpc.practices.reopen-draft.v1',
  http: 'DELETE /practices/{id}/completion',
  permission: 'practices:fill-in',
  summary: 'Brings a completed request back to draft',
  input: byVersionInQuery,
  output: Practice,
  problems: [...notNow, changedMeanwhile],
});
