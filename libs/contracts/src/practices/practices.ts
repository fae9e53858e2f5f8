import { asPracticeNumber } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { withFilesLeft } from '../casework/attachments.js';
import { passageOf } from '../casework/passages.js';
import { CivilDate, Id, Instant, listOf, paging, rpc, Sha256, Text, Version } from '../contract.js';
import { SignInMethod } from '../identity/people.js';
import { ArrivalMark } from './arrival-marks.js';
import { Attachment } from './attachments.js';
import { Document } from './documents.js';
import { amendmentId, byId, fiscalCode, number, officeName, officerName, organizationName, practiceId } from './fields.js';
import { Move, PracticeStatus, practiceNotFound } from './states.js';

/** The applicant's pages of all her practices and of one on the portal, whose English pages begin with /en. */
export const practicesPath = '/area-personale/pratiche';

export const practicePath = (id: string): string => `${practicesPath}/${id}`;

/** One passage of the Iter (PRA-19). */
export const Passage = passageOf(PracticeStatus);

export const Amendment = z.object({
  id: amendmentId,
  status: z.enum(['open', 'answered', 'accepted', 'refused', 'closed', 'void']).meta({ description: 'Its state', examples: ['answered'] }),
  reason: z.string().meta({ description: 'What is missing', examples: ['Manca la delega firmata'] }),
  askedAt: Instant.describe('When it was asked'),
  askedAttachments: z.array(Attachment).describe('What the office sent with it'),
  answer: z
    .string()
    .nullable()
    .meta({ description: 'What the applicant wrote', examples: ['In allegato la delega firmata'] }),
  answeredAt: Instant.nullable().describe('When it was answered'),
  answerAttachments: z.array(Attachment).describe('What the applicant sent with the answer'),
  refusalReason: z
    .string()
    .nullable()
    .meta({ description: 'Why the answer was refused', examples: [null] }),
});

/** What a list shows of a practice. */
export const PracticeRow = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  status: PracticeStatus,
  isImportant: z.boolean().describe('Whether the reader marked it'),
  createdAt: Instant.describe('When it was begun'),
  changedAt: Instant.describe('When its state changed last'),
  submittedAt: Instant.nullable().describe('When it was sent; null until then'),
  version: Version,
  moves: z.array(Move).describe('What the reader may do with it now'),
});

export const Practice = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  procedureSubtitle: Text.describe('What the service is for'),
  organizationId: Id.describe('The body'),
  organizationName,
  formId: Id.describe('The version of the form that it was begun with'),
  status: PracticeStatus,
  version: Version.describe('Grows with every change: send it back to be told when somebody changed it meanwhile'),
  isImportant: z.boolean().describe('Whether the reader marked it'),
  createdAt: Instant.describe('When it was begun'),
  changedAt: Instant.describe('When its state changed last'),
  submittedAt: Instant.nullable().describe('When it was sent; null until then'),
  opensAt: Instant.nullable().describe('When the service opens'),
  closesAt: Instant.nullable().describe('When the service closes'),
  sendReason: Text.nullable().meta({
    description: 'Why `submit` is not among the moves although the practice is ready',
    examples: [null],
  }),
  contentSha256: Sha256.nullable().describe('Hash of the content, once completed'),
  mark: ArrivalMark.nullable().describe('The arrival mark, once sent'),
  protocolNumber: z
    .string()
    .nullable()
    .meta({ description: 'Number in the protocol, once registered', examples: [null] }),
  applicant: z
    .object({
      name: z.string().meta({ description: 'Given and family name', examples: ['Federica Neri'] }),
      fiscalCode,
      method: SignInMethod,
      profile: z.string().meta({ description: 'As what she sent it', examples: ['Comune di Ascalea'] }),
    })
    .nullable()
    .describe('Who sent it; only officers see it (PRA-24)'),
  officer: z
    .object({ id: Id.describe('The officer'), name: officerName })
    .nullable()
    .describe('Who is in charge'),
  officeName,
  enabling: z
    .object({
      existingCredentialOn: CivilDate.meta({ description: 'For those who have a credential', examples: ['2026-01-12'] }),
      newCredentialOn: CivilDate.meta({ description: 'For those who get one', examples: ['2026-01-19'] }),
    })
    .nullable()
    .describe('Days from which the people listed become active (PRA-52), once sent; only for requests of enabling'),
  confirmationMail: z
    .string()
    .nullable()
    .meta({
      description: 'Address that receives confirmations, when the form asks for one (CAT-25)',
      examples: ['federica.neri@example.org'],
    }),
  answerBy: CivilDate.nullable()
    .optional()
    .meta({
      description: 'Last day for the answer; null before the sending, after the outcome, and while additions are awaited',
      examples: ['2026-12-29'],
    }),
  outcome: z
    .object({
      message: z
        .string()
        .nullable()
        .meta({ description: 'What the office wrote', examples: ['La richiesta è stata accolta'] }),
      decidedAt: Instant.describe('When it was decided'),
      attachments: z.array(Attachment).describe('What the office sent with it'),
    })
    .nullable()
    .describe('How it ended'),
  iter: z.array(Passage).describe('Its passages, oldest first (PRA-19)'),
  attachments: z.array(Attachment).describe('The files of its form'),
  documents: z.array(Document).describe('The PDFs that were made of it'),
  amendments: z.array(Amendment).describe('The requests of additions, oldest first'),
  moves: z.array(Move).describe('What the reader may do with it now'),
  contacts: Text.nullable().describe('Where help is asked'),
  copyOfId: Id.nullable().optional().describe('The sent request of which this one is a corrected copy'),
});

export const PracticeAfterSending = Practice.extend(withFilesLeft);

export const listOwnPractices = rpc({
  subject: 'rpc.practices.list-own.v1',
  http: 'GET /practices',
  permission: 'practices:list-own',
  summary: "Lists one's own requests, by tab or search",
  input: z.strictObject({
    ...paging,
    tab: z.enum(['in-progress', 'important', 'sent', 'all']).default('all').describe('Which of them'),
    number: z
      .string()
      .overwrite(asPracticeNumber)
      .max(60)
      .optional()
      .meta({ description: 'Part of the number (PRA-15)', examples: ['0000042'] }),
    procedureId: Id.optional().describe('Only of this service'),
    status: PracticeStatus.optional().describe('Only in this state'),
    createdFrom: CivilDate.optional().meta({ description: 'Begun on this day or later', examples: ['2026-01-01'] }),
    createdTo: CivilDate.optional().meta({ description: 'Begun on this day or before', examples: ['2026-12-31'] }),
  }),
  output: listOf(PracticeRow),
});

export const getPractice = rpc({
  subject: 'rpc.practices.get.v1',
  http: 'GET /practices/{id}',
  permission: 'practices:read',
  summary: 'Reads a practice with its progress, attachments and documents',
  input: byId,
  output: Practice,
  problems: [practiceNotFound],
});

export const starPractice = rpc({
  subject: 'rpc.practices.star.v1',
  http: 'PUT /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Marks a practice as important for the reader',
  input: byId,
  output: z.object({ isImportant: z.boolean().describe('Whether it is marked now') }),
  problems: [practiceNotFound],
});

export const unstarPractice = rpc({
  subject: 'rpc.practices.unstar.v1',
  http: 'DELETE /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Takes the mark away',
  input: byId,
  output: z.object({ isImportant: z.boolean().describe('Whether it is marked now') }),
  problems: [practiceNotFound],
});
