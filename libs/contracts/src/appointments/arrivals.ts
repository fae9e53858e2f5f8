/** The day itself: who has come is checked in by a code, and called by a number that says nothing of her (APP-62). */
import { z } from 'zod';
import { Id, Instant, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { Line } from '../typed.js';
import { appointmentClosed, appointmentNotFound, code } from './appointments.js';
import { calendarNotFound } from './calendars.js';

const number = z
  .number()
  .int()
  .meta({ description: 'By which whoever has come is called: at each place from 1 on, each day anew', examples: [12] });
const desk = Line(20)
  .min(1)
  .meta({ description: 'At which desk', examples: ['Sportello 3'] });
const delayMinutes = z
  .number()
  .int()
  .meta({ description: 'How late the desk is, in minutes; 0 where nobody waits for longer than five', examples: [15] });
const calledAt = Instant.nullable().describe('When the number was called last; null: not yet');

export const Arrival = z.object({
  appointmentId: Id.describe('The appointment'),
  number,
  name: z.string().meta({ description: 'Who has come', examples: ['Federica Neri'] }),
  startsAt: Instant.describe('When the appointment begins'),
  arrivedAt: Instant.describe('When she came'),
  calledAt,
  desk: desk.nullable().describe('To which desk she was called; null: not yet'),
  isOver: z.boolean().meta({ description: 'Whether it was noted that the appointment took place or did not', examples: [false] }),
});

export const notOfToday = problem(409, 'not-of-today', "L'appuntamento non è di oggi", 'The appointment is not today', {
  it: 'Si registra l’arrivo solo nel giorno dell’appuntamento.',
  en: 'An arrival is noted only on the day of the appointment.',
});
export const nobodyToCall = problem(409, 'nobody-to-call', 'Nessuno da chiamare', 'There is nobody to call', {
  it: 'Nessuna delle persone arrivate aspetta ancora di essere chiamata.',
  en: 'None of those who have come is still waiting to be called.',
});

/** Noted again it keeps its number. */
export const noteArrival = rpc({
  subject: 'rpc.appointments.note-arrival.v1',
  http: 'PUT /desk-appointments/{id}/arrival',
  permission: 'calendars:work',
  summary: 'Notes that whoever has an appointment has come, and gives her a number',
  input: z.strictObject({ id: Id.describe('The appointment') }),
  output: Arrival,
  problems: [appointmentNotFound, appointmentClosed, notOfToday],
});

export const listArrivals = rpc({
  subject: 'rpc.appointments.list-arrivals.v1',
  http: 'GET /calendars/{calendarId}/arrivals',
  permission: 'calendars:work',
  summary: 'Lists who has come today, in the order in which they are called',
  input: z.strictObject({ calendarId: Id.describe('The calendar') }),
  output: z.object({ items: z.array(Arrival).describe('Those who wait first; 500 at most'), delayMinutes }),
  problems: [calendarNotFound],
});

/** Who has waited longest by the hour of her appointment. The same call again is answered as the first time. */
export const callNext = rpc({
  subject: 'rpc.appointments.call-next.v1',
  http: 'PUT /calendars/{calendarId}/calls/{id}',
  permission: 'calendars:work',
  summary: 'Calls the next of those who have come to a desk',
  input: z.strictObject({ calendarId: Id.describe('The calendar'), id: Id.describe('The call, by an id that the caller chose'), desk }),
  output: Arrival,
  problems: [calendarNotFound, nobodyToCall, idReused],
});

export const callAgain = rpc({
  subject: 'rpc.appointments.call-again.v1',
  http: 'PUT /desk-appointments/{id}/call',
  permission: 'calendars:work',
  summary: 'Calls somebody who has come, again or out of turn',
  input: z.strictObject({ id: Id.describe('The appointment'), desk }),
  output: Arrival,
  problems: [appointmentNotFound, appointmentClosed],
});

/** For a screen in a waiting room: numbers and desks, and nothing of anybody. */
export const getDisplay = rpc({
  subject: 'rpc.appointments.get-display.v1',
  http: 'GET /place-displays/{calendarId}',
  permission: 'appointments:book',
  summary: 'Shows which numbers are called today at the place of a calendar',
  input: z.strictObject({ calendarId: Id.describe('One of the calendars of the place') }),
  output: z.object({
    organizationName: z.string().meta({ description: 'What the body is called', examples: ['Comune Dimostrativo'] }),
    place: z.string().meta({ description: 'What the place is called', examples: ['Palazzo civico'] }),
    calls: z.array(z.object({ number, desk, calledAt: Instant.describe('When it was called') })).describe('The last first; 6 at most'),
    waiting: z
      .number()
      .int()
      .meta({ description: 'How many have come and wait', examples: [4] }),
    delayMinutes,
  }),
  problems: [calendarNotFound],
});

export const getTurn = rpc({
  subject: 'rpc.appointments.get-turn.v1',
  http: 'GET /appointments/{code}/turn',
  permission: 'appointments:book',
  summary: 'Gives the code that is shown at the desk, and on the day whose turn it is',
  input: z.strictObject({ code }),
  output: z.object({
    checkIn: z
      .object({
        modules: z
          .number()
          .int()
          .meta({ description: 'How wide the code is, in units of its path', examples: [33] }),
        path: z
          .string()
          .meta({ description: 'Its dark modules as the data of an SVG path, filled by the even-odd rule', examples: ['M0 0h7v7h-7z'] }),
      })
      .nullable()
      .describe('The QR code with which she is checked in; null where there is nothing to come to'),
    isToday: z.boolean().meta({ description: 'Whether the appointment is today', examples: [true] }),
    number: number.nullable().describe('Her number; null before she has come'),
    ahead: z
      .number()
      .int()
      .meta({ description: 'How many who have come are called before her', examples: [2] }),
    desk: desk.nullable().describe('To which desk she was called; null: not yet'),
    calledAt,
    delayMinutes,
  }),
  problems: [appointmentNotFound],
});
