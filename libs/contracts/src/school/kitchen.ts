/** The morning of the kitchen: who is expected, who is not, and the number that holds from the hour on. */
import { z } from 'zod';
import { CivilDate, Id, Instant, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { Line } from '../typed.js';

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });
const name = (description: string, example: string) => z.string().meta({ description, examples: [example] });
const serviceDayId = Id.describe('The service at a school on a day');

export const CountCorrection = z.object({
  id: Id.describe('The correction'),
  change: count('How many meals more, or fewer', -1),
  reason: name('Why', 'Uscita anticipata'),
  at: Instant.describe('When it was made'),
  officerName: name('Who made it', 'Chiara Greco'),
});

export const DaySheet = z.object({
  id: serviceDayId,
  serviceName: name('Name of the service', 'Refezione scolastica'),
  isMeal: z.boolean().meta({ description: 'Whether there is a meal to cook for each child', examples: [true] }),
  schoolName: name('Name of the school', 'Primaria Manzoni'),
  menu: name('What there is to eat; empty where it is not known', 'Pasta al pomodoro'),
  cutoffAt: Instant.nullable().describe('Until when absences are reported'),
  frozenAt: Instant.nullable().describe('When the absences were counted; null: they still come in'),
  classes: z
    .array(
      z.object({
        className: name('Class', '5B'),
        enrolled: count('Children who are enrolled', 21),
        absent: count('Whose absence was reported', 2),
      }),
    )
    .describe('By class; from the hour on as it was counted'),
  enrolled: count('Children who are enrolled', 21),
  absent: count('Whose absence was reported; from the cut-off on the number that was counted', 2),
  corrections: z.array(CountCorrection).describe('What the office changed afterwards, the first first'),
  expected: count('Meals: who is enrolled without the absences, and with the corrections', 19),
  signedAt: Instant.nullable().describe('When the count was signed'),
  signedByName: z
    .string()
    .nullable()
    .meta({ description: 'Who signed the count', examples: ['Chiara Greco'] }),
  signedNumber: count('Which number was signed', 19).nullable().describe('Which number was signed; null until then'),
});

export const serviceDayNotFound = problem(
  404,
  'school-day-not-found',
  'Questo giorno di servizio non c’è',
  'There is no such day of service',
  {
    it: 'Il giorno non è nel calendario del servizio, oppure non è del tuo ente.',
    en: 'The day is not in the calendar of the service, or is not of your body.',
  },
);
export const countStillOpen = problem(
  409,
  'school-count-open',
  'Le assenze si possono ancora comunicare: il conteggio non c’è ancora',
  'Absences can still be reported: there is no count yet',
  {
    it: 'Il conteggio si firma e si corregge dopo l’ora limite, quando le assenze non cambiano più.',
    en: 'The count is signed and corrected after the hour, when the absences no longer change.',
  },
);

export const getDaySheets = rpc({
  subject: 'rpc.school.get-day-sheets.v1',
  http: 'GET /school/day-sheets/{day}',
  permission: 'school:work',
  summary: "Reads who is expected on a day at the services of one's own body, by school and class",
  input: z.strictObject({ day: CivilDate.meta({ description: 'The day', examples: ['2026-12-01'] }) }),
  output: z.object({ items: z.array(DaySheet).max(500).describe('By service and school') }),
});

export const signCount = rpc({
  subject: 'rpc.school.sign-count.v1',
  http: 'PUT /school/service-days/{id}/signature',
  permission: 'school:work',
  summary: 'Signs the count of a day; signed already it stays as it was signed first',
  input: z.strictObject({ id: serviceDayId }),
  output: DaySheet,
  problems: [serviceDayNotFound, countStillOpen],
});

export const correctCount = rpc({
  subject: 'rpc.school.correct-count.v1',
  http: 'PUT /school/service-days/{id}/corrections/{correctionId}',
  permission: 'school:work',
  summary: 'Corrects the count of a day, with the reason; the same correction again changes nothing',
  input: z.strictObject({
    id: serviceDayId,
    correctionId: Id.describe('The correction, chosen by the caller'),
    change: z
      .number()
      .int()
      .min(-500)
      .max(500)
      .refine((change) => change !== 0)
      .meta({ description: 'How many meals more, or fewer', examples: [-1] }),
    reason: Line(300)
      .min(3)
      .meta({ description: 'Why', examples: ['Uscita anticipata'] }),
  }),
  output: DaySheet,
  problems: [serviceDayNotFound, countStillOpen, idReused],
});
