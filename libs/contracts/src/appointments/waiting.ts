/** The waiting list of a calendar: a place that becomes free is offered to one after the other, in the order in which they asked (APP-54). */
import { z } from 'zod';
import { CivilDate, Id, Instant, Language, listOf, paging, problem, rpc, Version } from '../contract.js';
import { idReused } from '../problems.js';
import {
  Appointment,
  applicant,
  appointmentClosed,
  appointmentNotFound,
  bookingNeedsSignIn,
  changeTooLate,
  code,
  deskApplicant,
  limitReached,
  slotTaken,
} from './appointments.js';
import { calendarNotFound } from './calendars.js';

export const WaitingStatus = z.enum(['waiting', 'offered', 'taken', 'passed', 'left']).meta({
  description: 'Waits, is offered a place, took it, let her time go by, or left the list',
  examples: ['waiting'],
});
export type WaitingStatus = z.infer<typeof WaitingStatus>;

const days = {
  fromDay: CivilDate.meta({ description: 'The first day on which she could come', examples: ['2026-12-14'] }),
  toDay: CivilDate.meta({ description: 'The last day', examples: ['2026-12-23'] }),
};

export const WaitingPlace = z.object({
  id: Id.describe('The place on the list'),
  code: code.describe('With which it is opened without signing in'),
  calendarId: Id.describe('The calendar'),
  calendarTitle: Appointment.shape.calendarTitle,
  organizationName: Appointment.shape.organizationName,
  place: Appointment.shape.place,
  contactMail: Appointment.shape.contactMail,
  service: Appointment.shape.service,
  isModerated: Appointment.shape.isModerated,
  ...days,
  status: WaitingStatus,
  ahead: z
    .number()
    .int()
    .meta({ description: 'How many asked before her and wait still', examples: [2] }),
  offer: z
    .object({
      startsAt: Instant.describe('When it begins'),
      endsAt: Instant.describe('When it ends'),
      until: Instant.describe('Until when it is held for her'),
    })
    .nullable()
    .describe('What is offered to her now'),
  appointment: z
    .object({ code: code.describe('With which it is opened'), startsAt: Instant.describe('When it begins') })
    .nullable()
    .describe('The appointment that she keeps until she takes an earlier one, or the one that she took; null: none'),
  joinedAt: Instant.describe('When she asked'),
  version: Version,
});

export const waitingPlaceNotFound = problem(
  404,
  'waiting-place-not-found',
  'Questo posto in lista d’attesa non esiste',
  'There is no such place on the waiting list',
  {
    it: 'Il posto non esiste, il collegamento non è valido, oppure non è fra quelli che puoi vedere.',
    en: 'The place does not exist, the link is not valid, or it is not among those that you can see.',
  },
);
export const offerOver = problem(409, 'offer-over', 'La proposta non è più valida', 'The offer is no longer valid', {
  it: 'Il tempo per accettare è finito e il posto è stato proposto a chi viene dopo. Puoi iscriverti di nuovo alla lista.',
  en: 'The time to accept it is over, and the place was offered to whoever comes next. You can join the list again.',
});
export const waitingListClosed = problem(
  409,
  'waiting-list-closed',
  'Questo calendario non ha una lista d’attesa',
  'This calendar keeps no waiting list',
  {
    it: 'L’ufficio non tiene una lista d’attesa, oppure i giorni scelti sono fuori da quelli prenotabili. Scegli un orario libero o scrivi all’ufficio.',
    en: 'The office keeps no waiting list, or the days are outside of those that can be booked. Choose a free hour or write to the office.',
  },
);
export const waitingListFull = problem(409, 'waiting-list-full', 'La lista d’attesa è piena', 'The waiting list is full', {
  it: 'Troppe persone sono già in attesa, in tutto o dalla tua connessione. Riprova fra qualche giorno.',
  en: 'Too many people wait already, in all or from your connection. Try again in some days.',
});

/**
 * One person once: asked again, the place that she has stays as it is. Who is not signed in gets the link by mail alone, so that nobody learns
 * from the answer whether somebody waits.
 */
export const joinWaitingList = rpc({
  subject: 'rpc.appointments.join-waiting-list.v1',
  http: 'PUT /waiting-places/{id}',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Joins the waiting list of a calendar',
  input: z.strictObject({
    id: Id.describe('The place on the list, by an id that the caller chose'),
    calendarId: Id.describe('The calendar'),
    service: z
      .string()
      .max(60)
      .meta({ description: 'For what: the `key` of one of the services of the calendar', examples: ['carta-identita'] }),
    ...days,
    ...applicant,
    language: Language.optional().describe('In which mails are written'),
  }),
  output: z.object({ id: Id.describe('The place; for whoever is signed in and has one already, that one') }),
  problems: [calendarNotFound, waitingListClosed, waitingListFull, bookingNeedsSignIn, idReused],
});

/** The appointment stays hers until she takes an earlier place; then it moves in one step. Asked again it is answered as the first time. */
export const waitForEarlier = rpc({
  subject: 'rpc.appointments.wait-for-earlier.v1',
  http: 'PUT /appointments/{code}/waiting-place',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Joins the waiting list for an earlier place than that of an appointment',
  input: z.strictObject({ code }),
  output: WaitingPlace,
  problems: [appointmentNotFound, appointmentClosed, changeTooLate, waitingListClosed, waitingListFull],
});

export const getWaitingPlace = rpc({
  subject: 'rpc.appointments.get-waiting-place.v1',
  http: 'GET /waiting-places/{code}',
  permission: 'appointments:book',
  summary: 'Reads a place on a waiting list',
  input: z.strictObject({ code }),
  output: WaitingPlace,
  problems: [waitingPlaceNotFound],
});

export const listOwnWaiting = rpc({
  subject: 'rpc.appointments.list-own-waiting.v1',
  http: 'GET /waiting-places',
  permission: 'appointments:list-own',
  summary: 'Lists the waiting lists on which one is',
  input: z.strictObject({}),
  output: z.object({ items: z.array(WaitingPlace).describe('Where one waits or is offered a place; 20 at most') }),
});

/** What is offered becomes her appointment, or the hour of the one that she has. Said again it is answered as the first time. */
export const takeOffer = rpc({
  subject: 'rpc.appointments.take-offer.v1',
  http: 'PUT /waiting-places/{code}/acceptance',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Takes the place that is offered',
  input: z.strictObject({ code }),
  output: WaitingPlace,
  problems: [waitingPlaceNotFound, offerOver, slotTaken, limitReached, appointmentClosed, changeTooLate],
});

/** What is offered goes to whoever comes next. By whoever waits, or by an officer of the calendar. Said again it changes nothing. */
export const leaveWaitingList = rpc({
  subject: 'rpc.appointments.leave-waiting-list.v1',
  http: 'PUT /waiting-places/{code}/withdrawal',
  permission: 'appointments:book',
  summary: 'Leaves a waiting list',
  input: z.strictObject({ code }),
  output: WaitingPlace,
  problems: [waitingPlaceNotFound, offerOver],
});

export const DeskWaitingPlace = WaitingPlace.omit({
  code: true,
  place: true,
  contactMail: true,
  organizationName: true,
  ahead: true,
}).extend({
  applicant: z.object(deskApplicant).describe('Who waits'),
  appointment: z
    .object({ id: Id.describe('The appointment'), startsAt: Instant.describe('When it begins') })
    .nullable()
    .describe('The appointment that she keeps meanwhile; null: none'),
});

export const listWaiting = rpc({
  subject: 'rpc.appointments.list-waiting.v1',
  http: 'GET /calendars/{calendarId}/waiting-places',
  permission: 'calendars:work',
  summary: 'Lists who waits for a place at a calendar, in the order in which places are offered',
  input: z.strictObject({ ...paging, calendarId: Id.describe('The calendar') }),
  output: listOf(DeskWaitingPlace),
  problems: [calendarNotFound],
});
