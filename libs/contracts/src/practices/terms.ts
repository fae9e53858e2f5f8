import { z } from 'zod';
import { CivilDate } from '../contract.js';

/** Within which term a body answers what is sent to its service. All of it is fixed for a request when that is sent. */
export const termSettings = {
  answerDays: z
    .number()
    .int()
    .min(1)
    .max(180)
    .optional()
    .meta({
      description: 'In how many days from the sending it is answered; left out, in those of the law',
      'x-label': { it: 'Giorni entro cui si risponde', en: 'Days within which it is answered' },
      'x-help': {
        it: 'Da 1 a 180; senza giorni né mesi, vale il termine di legge.',
        en: 'From 1 to 180; without days or months, the term of the law.',
      },
      examples: [30],
    }),
  answerMonths: z
    .number()
    .int()
    .min(1)
    .max(6)
    .optional()
    .meta({
      description: 'In how many months from the sending it is answered, in the place of days',
      'x-label': { it: 'Mesi entro cui si risponde', en: 'Months within which it is answered' },
      'x-help': { it: 'Da 1 a 6, al posto dei giorni.', en: 'From 1 to 6, in the place of days.' },
      examples: [2],
    }),
  countsWorkingDays: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether the days of the term are those on which offices work: Monday to Friday, no holiday',
      'x-label': { it: 'Conta solo i giorni lavorativi', en: 'Counts working days only' },
    }),
  stopsAtEachRequest: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether each request of additions stops the term; left out, only the first does (law 241/1990, art. 2, paragraph 7)',
      'x-label': { it: 'Ogni richiesta di integrazioni ferma il termine', en: 'Each request for additions stops the term' },
      'x-help': {
        it: 'Solo se una norma del servizio lo prevede: di regola lo ferma la prima (legge 241/1990, articolo 2, comma 7).',
        en: 'Only if a rule of the service says so: as a rule the first one does (law 241/1990, article 2, paragraph 7).',
      },
    }),
  tacit: z
    .enum(['approved', 'rejected'])
    .optional()
    .meta({
      description: 'What the silence of the office means when the term is over (law 241/1990, art. 20); left out, nothing',
      'x-label': { it: 'Silenzio alla scadenza del termine', en: 'Silence at the end of the term' },
      'x-options': {
        approved: { it: 'Vale come accoglimento', en: 'Means approval' },
        rejected: { it: 'Vale come rifiuto', en: 'Means refusal' },
      },
    }),
};
export const TermSettings = z.object(termSettings);
export type TermSettings = z.infer<typeof TermSettings>;

/** Days for the answer where the body has set no others: law 241/1990, art. 2, paragraph 2. */
export const DAYS_OF_LAW = 30;
/** Days for the observations on an announced refusal, and again from them until the term runs on: law 241/1990, art. 10-bis. */
export const OBSERVATION_DAYS = 10;
/** So many days before its end a term is about to expire. */
export const EXPIRING_DAYS = 7;

/** Where the term of a practice stands today, in Rome. */
export const Term = z.object({
  state: z
    .enum(['running', 'expiring', 'paused', 'overdue'])
    .meta({ description: 'Whether it runs, ends within a week, stands still, or is over', examples: ['running'] }),
  answerBy: CivilDate.meta({
    description: 'Last day for the answer; while the term stands still, the latest that it can be',
    examples: ['2026-12-29'],
  }),
  daysLeft: z
    .number()
    .int()
    .meta({ description: 'Days from today to the last one; below zero when that has passed', examples: [12] }),
  pausedUntil: CivilDate.nullable().meta({
    description: 'The day on which it runs again at the latest, while it stands still',
    examples: [null],
  }),
  tacit: z.enum(['approved', 'rejected']).nullable().describe('What the silence of the office means at its end; null: nothing'),
});
export type Term = z.infer<typeof Term>;
