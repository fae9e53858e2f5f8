import { asPracticeNumber } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { AppointmentStatus } from '../appointments/appointments.js';
import { withFilesLeft } from '../casework/attachments.js';
import { passageOf } from '../casework/passages.js';
import { CivilDate, Id, Instant, Language, listOf, paging, rpc, Sha256, Text, Version } from '../contract.js';
import { SignInMethod } from '../identity/people.js';
import { ActionKind } from './action-kinds.js';
import { ArrivalMark } from './arrival-marks.js';
import { Attachment } from './attachments.js';
import { Document } from './documents.js';
import { DuePhase, PracticePayment, Stamp } from './dues.js';
import {
  amendmentId,
  byId,
  DeskWay,
  fiscalCode,
  number,
  observationsId,
  officeName,
  officerName,
  opinionId,
  organizationName,
  practiceId,
} from './fields.js';
import { SendingWindow } from './procedures.js';
import { Registration } from './protocol.js';
import { Move, PracticeStatus, practiceNotFound } from './states.js';
import { Term } from './terms.js';

/** The applicant's pages of all her practices and of one on the portal, whose English pages begin with /en. */
export const practicesPath = '/area-personale/pratiche';

export const practicePath = (id: string): string => `${practicesPath}/${id}`;

/** As appointments last told it: whoever works the practice need not work the calendar. */
const PracticeAppointment = z.object({
  id: Id.describe('The appointment'),
  calendarId: Id.describe('At which calendar'),
  status: AppointmentStatus,
  startsAt: Instant.describe('When it begins'),
  endsAt: Instant.describe('When it ends'),
});

/** One passage of the Iter (PRA-19). */
export const Passage = passageOf(PracticeStatus, 'submitted');

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

/** A refusal that was announced, and what the applicant objected (law 241/1990, art. 10-bis). */
export const Observations = z.object({
  id: observationsId,
  status: z
    .enum(['awaited', 'sent', 'ended'])
    .meta({ description: 'Whether they are awaited, came, or did not come in time', examples: ['sent'] }),
  reason: z.string().meta({ description: 'Why it is to be refused', examples: ['Il reddito dichiarato supera la soglia'] }),
  announcedAt: Instant.describe('When the refusal was announced'),
  answerBy: CivilDate.meta({ description: 'Last day for observations', examples: ['2026-11-05'] }),
  announcedAttachments: z.array(Attachment).describe('What the office sent with it'),
  text: z
    .string()
    .nullable()
    .meta({ description: 'What the applicant wrote', examples: ['Il reddito è stato ricalcolato'] }),
  sentAt: Instant.nullable().describe('When the observations were sent'),
  attachments: z.array(Attachment).describe('What the applicant sent with them'),
});

/** Whether an office is for or against. */
export const OpinionStance = z.enum(['positive', 'negative']).meta({ description: 'For or against', examples: ['positive'] });

/** What another office was asked, and what it answered (law 241/1990, art. 16). */
export const Opinion = z.object({
  id: opinionId,
  status: z
    .enum(['awaited', 'overdue', 'given', 'dropped'])
    .meta({ description: 'Whether it is awaited, did not come in time, was given, or is no longer needed', examples: ['awaited'] }),
  officeName: z.string().meta({ description: 'The office that was asked', examples: ['Ufficio Ambiente'] }),
  question: z.string().meta({ description: 'What was asked', examples: ['Il progetto è compatibile con il vincolo paesaggistico?'] }),
  askedBy: officerName,
  askedAt: Instant.describe('When it was asked'),
  answerBy: CivilDate.meta({ description: 'Last day for it; from the next one it can be decided without', examples: ['2026-11-20'] }),
  askedAttachments: z.array(Attachment).describe('What was sent with the question'),
  stance: OpinionStance.nullable().describe('For or against; null until it is given'),
  text: z
    .string()
    .nullable()
    .meta({ description: 'The opinion', examples: ['Compatibile, con le prescrizioni allegate'] }),
  givenBy: officerName.nullable().describe('Who gave it'),
  givenAt: Instant.nullable().describe('When it was given'),
  attachments: z.array(Attachment).describe('What was sent with the opinion'),
  mayGive: z.boolean().describe('Whether the reader may give it now'),
});

/** Empty where nothing was written. */
const answerInWords = z.object({
  it: z.string().meta({ description: 'In Italian', examples: ['Via Roma, 1'] }),
  en: z.string().meta({ description: 'In English', examples: ['Via Roma, 1'] }),
});

/** What an officer corrected of what was sent (PRA-75). */
export const CorrectionMade = z.object({
  id: Id.describe('The correction'),
  at: Instant.describe('When'),
  officerName: officerName.nullable().describe('Who; only officers see it'),
  reason: z.string().meta({ description: 'Why', examples: ['Codice fiscale corretto come da certificato allegato'] }),
  changes: z
    .array(
      z.object({
        pointer: z.string().meta({ description: 'JSON pointer of the value', examples: ['/street'] }),
        label: Text.describe('What the field is called'),
        before: answerInWords.describe('What stood there'),
        after: answerInWords.describe('What stands there now'),
      }),
    )
    .describe('What was changed, in the order of the form'),
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
  ...SendingWindow.shape,
  sendReason: Text.nullable().meta({
    description: 'Why `submit` is not among the moves although the practice is ready',
    examples: [null],
  }),
  withdrawReason: Text.nullable()
    .optional()
    .meta({
      description: 'Why `withdraw` is not among the moves for now, although the service offers it',
      examples: [null],
    }),
  language: Language.optional().describe('In which it was filled in'),
  contentSha256: Sha256.nullable().describe('Hash of the content, once completed'),
  mark: ArrivalMark.nullable().describe('The arrival mark, once sent'),
  protocolNumber: z
    .string()
    .nullable()
    .meta({ description: 'Number in the protocol, once registered', examples: [null] }),
  protocolAt: Instant.nullable().optional().describe('When it was registered; null until then'),
  registrations: z
    .array(Registration)
    .optional()
    .describe('Its documents in the protocol, the oldest first; empty where the service does not register'),
  applicant: z
    .object({
      name: z.string().meta({ description: 'Given and family name', examples: ['Federica Neri'] }),
      fiscalCode,
      method: SignInMethod,
      profile: z.string().meta({ description: 'As what she sent it', examples: ['Comune di Ascalea'] }),
      desk: z
        .object({ way: DeskWay, officerName })
        .nullable()
        .optional()
        .describe('The officer who filled it in for her, and how they met; null where she did it herself'),
    })
    .nullable()
    .describe('Who sent it; only officers see it (PRA-24)'),
  officer: z
    .object({ id: Id.describe('The officer'), name: officerName })
    .nullable()
    .describe('Who is in charge'),
  substitute: z
    .object({
      id: Id.describe('The colleague'),
      name: officerName,
      to: CivilDate.meta({ description: 'Last day on which she does, in Rome', examples: ['2026-12-10'] }),
    })
    .nullable()
    .optional()
    .describe('Who stands in for the officer in charge at this moment, while she is away; only officers see it (ADM-32)'),
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
      description: 'Last day for the answer; null before the sending, after the outcome, and while the term stands still',
      examples: ['2026-12-29'],
    }),
  term: Term.nullable().optional().describe('Within which term it is answered; null when nothing is to be answered now'),
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
  phase: DuePhase.nullable().optional().describe('What waits for stamps and payments; null when nothing does'),
  stamps: z.array(Stamp).optional().describe('Its revenue stamps, the oldest first'),
  wantsStamp: z.boolean().optional().describe('Whether it is incomplete without a stamp that has not been declared'),
  payments: z.array(PracticePayment).optional().describe('What is paid for it, the oldest first'),
  appointments: z
    .array(PracticeAppointment)
    .optional()
    .describe('What was booked for it at a calendar of its body, the last first; 20 at most (APP-37)'),
  mayAskForPayment: z.boolean().optional().describe('Whether a payment may be asked for with its approval'),
  mayAskForStamps: z.boolean().optional().describe('Whether stamps may be asked for with its approval'),
  iter: z.array(Passage).describe('Its passages, oldest first (PRA-19)'),
  attachments: z.array(Attachment).describe('The files of its form'),
  documents: z.array(Document).describe('The PDFs that were made of it'),
  corrections: z.array(CorrectionMade).optional().describe('What officers corrected of what was sent, the oldest first'),
  amendments: z.array(Amendment).describe('The requests of additions, oldest first'),
  observations: z.array(Observations).optional().describe('The refusals that were announced, oldest first'),
  opinions: z.array(Opinion).optional().describe('What other offices were asked, oldest first; none for the applicant'),
  isOnlyAsked: z.boolean().optional().describe('Whether the reader sees it only because her office was asked for its opinion'),
  pastOutcomes: z
    .array(
      z.object({
        status: PracticeStatus,
        message: z
          .string()
          .nullable()
          .meta({ description: 'What the office wrote', examples: [null] }),
        decidedAt: Instant.describe('When it was decided'),
        attachments: z.array(Attachment).describe('What the office sent with it'),
      }),
    )
    .optional()
    .describe('How it had ended before it was reopened, oldest first'),
  moves: z.array(Move).describe('What the reader may do with it now'),
  contacts: Text.nullable().describe('Where help is asked'),
  copyOfId: Id.nullable().optional().describe('The sent request of which this one is a corrected copy'),
  action: ActionKind.nullable().optional().describe('What it asks for about an approved request; null for a request by itself'),
  actionsOffered: z.array(ActionKind).optional().describe('What its applicant may ask for about it, now that it is approved (CAT-36)'),
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
    clickDayId: Id.optional().describe('Only of the services that are sent on this click day (CLK-10)'),
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
