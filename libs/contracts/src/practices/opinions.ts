import { z } from 'zod';
import { attachmentNotFound } from '../casework/attachments.js';
import { sentFiles, words } from '../casework/fields.js';
import { CivilDate, Id, Instant, listOf, paging, problem, rpc, SeenVersion, SeenVersionInQuery, Text } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { byId, number, opinionId, practiceId } from './fields.js';
import { Opinion, OpinionStance, Practice, PracticeAfterSending } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

/** Days for an opinion, unless others are asked for: law 241/1990, art. 16, paragraph 1. */
export const OPINION_DAYS = 20;

export const officeNotOffered = problem(404, 'office-not-offered', 'Questo ufficio non può essere scelto', 'This office cannot be chosen', {
  it: "L'ufficio non esiste, oppure nessun operatore attivo ne fa parte: scegli tra quelli proposti.",
  en: 'The office does not exist, or no active officer belongs to it: choose among those that are offered.',
});

export const notAsked = problem(
  403,
  'not-asked',
  "Il parere può darlo solo l'ufficio a cui è stato chiesto",
  'Only the office that was asked can give its opinion',
  {
    it: "Possono dare il parere gli operatori dell'ufficio a cui è stato chiesto. Per una precisazione scrivi una nota nella pratica.",
    en: 'The officers of the office that was asked can give its opinion. To add something write a note on the practice.',
  },
);

const permission = 'practices:work';

export const listOpinionOffices = rpc({
  subject: 'rpc.practices.list-opinion-offices.v1',
  http: 'GET /practices/{id}/opinion-offices',
  permission,
  summary: 'Lists the offices that can be asked for an opinion: the others of the body, with an active officer',
  input: byId,
  output: z.object({
    items: z
      .array(
        z.object({
          id: Id.describe('The office'),
          name: z.string().meta({ description: 'What the office is called', examples: ['Ufficio Ambiente'] }),
        }),
      )
      .describe('By name'),
  }),
  problems: [practiceNotFound],
});

/** The main state stays as it is. Who is asked reads the practice from then on (PRA-74). */
export const askOpinion = rpc({
  subject: 'rpc.practices.ask-opinion.v1',
  http: 'PUT /practices/{id}/opinions/{opinionId}',
  permission,
  summary: 'Asks another office of the body for its opinion, within a term',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    opinionId: Id.describe('The request of an opinion, with an id that the caller chose'),
    officeId: Id.describe('The office that is asked'),
    question: words('What is asked', 'Il progetto è compatibile con il vincolo paesaggistico?'),
    days: z
      .number()
      .int()
      .min(1)
      .max(180)
      .default(OPINION_DAYS)
      .meta({ description: 'Within how many days; twenty by law', examples: [OPINION_DAYS] }),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile, idReused, officeNotOffered, attachmentNotFound],
});

export const giveOpinion = rpc({
  subject: 'rpc.practices.give-opinion.v1',
  http: 'PUT /practices/{id}/opinions/{opinionId}/answer',
  permission,
  summary: 'Gives the opinion that the office of the one who answers was asked for',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    opinionId,
    stance: OpinionStance,
    text: words('The opinion', 'Compatibile, con le prescrizioni allegate'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notAsked, changedMeanwhile, attachmentNotFound],
});

export const dropOpinion = rpc({
  subject: 'rpc.practices.drop-opinion.v1',
  http: 'DELETE /practices/{id}/opinions/{opinionId}',
  permission,
  summary: 'Goes on without an opinion that was asked for; the office that was asked is told',
  input: z.strictObject({ id: practiceId, opinionId, version: SeenVersionInQuery }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

/** For whoever may not work the service and is asked all the same: where she finds what is asked of her office. */
export const listOpinions = rpc({
  subject: 'rpc.practices.list-opinions.v1',
  http: 'GET /opinions',
  permission: 'practices:queue',
  summary: "Lists the opinions that one's own office was asked for, the newest first",
  input: z.strictObject({
    ...paging,
    isOpen: z.enum(['yes', 'no']).optional().describe('Only those still to be given, or only the others'),
  }),
  output: listOf(
    z.object({
      id: opinionId,
      practiceId,
      number,
      procedureTitle: Text.describe('The service'),
      status: Opinion.shape.status,
      question: Opinion.shape.question,
      askedAt: Instant.describe('When it was asked'),
      answerBy: CivilDate.meta({ description: 'Last day for it', examples: ['2026-11-20'] }),
      stance: OpinionStance.nullable().describe('What was answered; null until it is'),
    }),
  ),
});
