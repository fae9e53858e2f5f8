/** Appointments as whoever books sees them. Who is not signed in has the signed code of the link in the mail. */
import { z } from 'zod';
import { Id, Instant, Language, listOf, paging, problem, rpc, SeenVersion, type Text, Version } from '../contract.js';
import { familyName, givenName, mail } from '../identity/people.js';
import { practiceNotFound } from '../practices/states.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { FiscalCode, Line, Phone, Prose } from '../typed.js';
import { BookableService, calendarNotFound } from './calendars.js';

export const AppointmentStatus = z
  .enum(['draft', 'awaiting_approval', 'confirmed', 'done', 'missed', 'cancelled', 'refused', 'expired'])
  .meta({
    description:
      'Holds a place while somebody fills in, waits for an officer, confirmed, has taken place, somebody did not come, cancelled, not approved, or over: a draft let go of, a request that nobody decided',
    examples: ['confirmed'],
  });
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

export const appointmentStatusLabels: Record<AppointmentStatus, Text> = {
  draft: { it: 'Bozza', en: 'Draft' },
  awaiting_approval: { it: 'In attesa di approvazione', en: 'Awaiting approval' },
  confirmed: { it: 'Confermato', en: 'Confirmed' },
  done: { it: 'Avvenuto', en: 'Took place' },
  missed: { it: 'Non avvenuto', en: 'Did not take place' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  refused: { it: 'Rifiutato', en: 'Refused' },
  expired: { it: 'Scaduto', en: 'Expired' },
};

/** What is asked of whoever books. */
export const applicant = {
  givenName,
  familyName,
  mail: mail.describe('Where the confirmation goes'),
  phone: Phone.nullable().meta({ description: 'Telephone number', examples: ['+393331234567'] }),
  fiscalCode: FiscalCode.nullable().meta({ description: 'Fiscal code', examples: ['NREFRC80A41L219B'] }),
  reason: Line(200)
    .min(1)
    .meta({ description: 'Why', examples: ['Rinnovo della carta d’identità'] }),
  details: Prose(1_000)
    .nullable()
    .meta({ description: 'What else the office should know', examples: ['La carta scade il 14 gennaio'] }),
};

/** The same of somebody who stands at the desk or is on the telephone: not everybody has a mail address. */
export const deskApplicant = {
  ...applicant,
  mail: mail.nullable().describe('Where the confirmation goes; null: she is told on paper or by telephone'),
};

/** An id for whoever is signed in; an id with its signature for whoever has the link. */
export const code = z
  .string()
  .max(120)
  .regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?:\.[\w-]{43})?$/)
  .overwrite((text) => text.slice(0, 36).toLowerCase() + text.slice(36))
  .meta({ description: "The appointment's id, or the code of its signed link", examples: ['0195b5a2-7c1e-7000-8000-000000000001'] });

export const Appointment = z.object({
  id: Id.describe('The appointment'),
  code: code.describe('With which it is opened without signing in'),
  calendarId: Id.describe('The calendar'),
  calendarTitle: z.string().meta({ description: 'What the calendar is called', examples: ['Sportello anagrafe'] }),
  organizationId: Id.describe('The body'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Comune Dimostrativo'] }),
  place: z
    .object({
      name: z.string().meta({ description: 'What it is called', examples: ['Palazzo civico'] }),
      address: z.string().meta({ description: 'Where it is', examples: ['Piazza del Municipio 1, Dimostrativo'] }),
    })
    .describe('Where one goes'),
  contactMail: z.string().meta({ description: 'Where people can write to the office', examples: ['anagrafe@example.org'] }),
  service: BookableService.nullable().describe('What it is for; null where that is no longer offered'),
  startsAt: Instant.describe('When it begins'),
  endsAt: Instant.describe('When it ends'),
  status: AppointmentStatus,
  heldUntil: Instant.nullable().describe('Until when a draft holds its place'),
  applicant: z.object(deskApplicant).nullable().describe('Who has it; null for a draft'),
  videoLink: z
    .string()
    .nullable()
    .meta({ description: 'Where one meets by video; null for a meeting at the office', examples: ['https://video.example.org/sala-1'] }),
  changeableUntil: Instant.nullable().describe('Until when whoever booked may move or cancel it; null when she no longer may'),
  movesLeft: z
    .number()
    .int()
    .meta({ description: 'How often she may still move it', examples: [3] }),
  message: z
    .string()
    .nullable()
    .meta({ description: 'What the office wrote when it moved, cancelled or refused it', examples: ['Lo sportello quel giorno è chiuso'] }),
  isModerated: z.boolean().meta({ description: 'Whether officers approve what is booked here', examples: [false] }),
  cancelDays: z
    .number()
    .int()
    .meta({ description: 'How many days before it can still be moved or cancelled', examples: [3] }),
  horizonDays: z
    .number()
    .int()
    .meta({ description: 'How many days ahead its calendar can be booked', examples: [60] }),
  isTold: z.boolean().meta({
    description: 'Whether whoever has it is told what becomes of it; false where the owner of the calendar has switched that off',
    examples: [true],
  }),
  mayWaitForEarlier: z.boolean().meta({ description: 'Whether its calendar keeps a waiting list for earlier places', examples: [true] }),
  waitingCode: code.nullable().describe('The place on the waiting list of whoever has it, who waits for an earlier one; null: none'),
  version: Version,
});

export const appointmentNotFound = problem(404, 'appointment-not-found', 'Questo appuntamento non esiste', 'There is no such appointment', {
  it: "L'appuntamento non esiste, il collegamento non è valido, oppure non è fra quelli che puoi vedere.",
  en: 'The appointment does not exist, the link is not valid, or it is not among those that you can see.',
});
/** Carries `nearest`, free slots. */
export const slotTaken = problem(409, 'slot-taken', 'Questo orario non è più disponibile', 'This hour is no longer available', {
  it: 'Nel frattempo qualcun altro ha preso l’ultimo posto, o l’ufficio ha chiuso quell’orario. Scegli un altro orario.',
  en: 'Meanwhile somebody else took the last place, or the office closed that hour. Choose another.',
});
/** Carries `isFree`: whether the same place can be held again. */
export const draftExpired = problem(
  409,
  'draft-expired',
  'Il tempo per completare la prenotazione è scaduto',
  'The time to complete the booking is over',
  {
    it: 'Il posto è stato tenuto per i minuti indicati. Se è ancora libero puoi riprenderlo: i dati che hai scritto restano.',
    en: 'The place was held for the minutes that were shown. If it is still free you can take it again: what you typed is kept.',
  },
);
/** Carries `held`, the appointments that count, where they are the caller's own. */
export const limitReached = problem(
  409,
  'limit-reached',
  'Hai già il numero massimo di appuntamenti per questo periodo',
  'You already have as many appointments as are allowed in this period',
  {
    it: "L'ente limita gli appuntamenti per persona o per periodo. Sposta o annulla quelli che hai già, oppure scegli un altro periodo.",
    en: 'The body limits appointments for each person or period. Move or cancel those you have, or choose another period.',
  },
);
export const appointmentClosed = problem(
  409,
  'appointment-closed',
  "L'appuntamento non si può più cambiare",
  'The appointment can no longer be changed',
  {
    it: 'È già passato, è stato annullato, oppure il suo stato non permette questa operazione.',
    en: 'It is over, has been cancelled, or its state does not allow this.',
  },
);
export const changeTooLate = problem(
  409,
  'change-too-late',
  "È tardi per spostare o annullare l'appuntamento da qui",
  'It is too late to move or cancel the appointment here',
  {
    it: "I giorni di preavviso del calendario sono passati, o hai già spostato l'appuntamento tutte le volte permesse. Chiama o scrivi all'ufficio.",
    en: 'The days of notice of the calendar are over, or you have moved the appointment as often as is allowed. Call or write to the office.',
  },
);
export const bookingNeedsSignIn = problem(
  403,
  'booking-needs-sign-in',
  'Per prenotare qui devi accedere',
  'You have to sign in to book here',
  {
    it: "L'ufficio chiede l'identità digitale di chi prenota. Accedi e riprova.",
    en: 'The office asks for the digital identity of whoever books. Sign in and try again.',
  },
);
export const practiceHasAppointment = problem(
  409,
  'practice-has-appointment',
  'Questa pratica ha già un appuntamento',
  'This practice has an appointment already',
  {
    it: 'Una pratica ha un appuntamento alla volta: sposta quello che c’è, oppure annullalo.',
    en: 'A practice has one appointment at a time: move the one there is, or cancel it.',
  },
);
export const tooManyHeld = problem(
  429,
  'too-many-held',
  'Stai già tenendo altri posti: completane uno, o aspetta che scadano',
  'You are holding other places already: complete one, or wait until they are let go of',
  {
    it: 'Da una stessa connessione si tengono pochi posti alla volta, perché restino per tutti.',
    en: 'Few places at once are held from one connection, so that some are left for everybody.',
  },
);

const seat = {
  calendarId: Id.describe('The calendar'),
  openingId: Id.describe('The opening hours that the slot is part of'),
  startsAt: Instant.describe('When the slot begins'),
};

/** A place is held for the minutes of the calendar. Asked again after they are over it is held again, if it is still free. */
export const holdSlot = rpc({
  subject: 'rpc.appointments.hold.v1',
  http: 'PUT /appointments/{id}',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Holds a place while somebody fills in',
  input: z.strictObject({
    id: Id.describe('The appointment, by an id that the caller chose'),
    ...seat,
    service: z
      .string()
      .max(60)
      .meta({ description: 'For what: the `key` of one of the services of the calendar', examples: ['carta-identita'] }),
    practiceId: Id.nullable().default(null).describe('The practice of the caller that it belongs to; null: none'),
  }),
  output: Appointment,
  problems: [
    calendarNotFound,
    slotTaken,
    limitReached,
    bookingNeedsSignIn,
    tooManyHeld,
    practiceHasAppointment,
    practiceNotFound,
    idReused,
  ],
});

/** The draft becomes confirmed, or waits for approval where the calendar is moderated. The same again is answered as the first time. */
export const bookAppointment = rpc({
  subject: 'rpc.appointments.book.v1',
  http: 'PUT /appointments/{code}/booking',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Books the place that is held',
  input: z.strictObject({ code, ...applicant, language: Language.optional().describe('In which mails are written') }),
  output: Appointment,
  problems: [appointmentNotFound, draftExpired, slotTaken, limitReached, practiceHasAppointment, appointmentClosed],
});

export const getAppointment = rpc({
  subject: 'rpc.appointments.get.v1',
  http: 'GET /appointments/{code}',
  permission: 'appointments:book',
  summary: 'Reads an appointment',
  input: z.strictObject({ code }),
  output: Appointment,
  problems: [appointmentNotFound],
});

export const listOwnAppointments = rpc({
  subject: 'rpc.appointments.list-own.v1',
  http: 'GET /appointments',
  permission: 'appointments:list-own',
  summary: "Lists one's own appointments, the last first",
  input: z.strictObject({ ...paging, practiceId: Id.optional().describe('Those of one practice') }),
  output: listOf(Appointment),
});

const message = Prose(1_000)
  .nullable()
  .default(null)
  .meta({ description: 'For whoever has the appointment; of an officer', examples: ['Lo sportello quel giorno è chiuso'] });

/** By whoever has it, within the notice and the number of moves of the calendar; by an officer who is enabled, always. */
export const moveAppointment = rpc({
  subject: 'rpc.appointments.move.v1',
  http: 'PUT /appointments/{code}/slot',
  permission: 'appointments:book',
  perMinute: 20,
  summary: 'Moves an appointment to another slot of its calendar',
  input: z.strictObject({ code, openingId: seat.openingId, startsAt: seat.startsAt, message }),
  output: Appointment,
  problems: [appointmentNotFound, appointmentClosed, changeTooLate, slotTaken, limitReached],
});

/** Of a draft: its place is free at once. Said again it changes nothing. */
export const cancelAppointment = rpc({
  subject: 'rpc.appointments.cancel.v1',
  http: 'PUT /appointments/{code}/cancellation',
  permission: 'appointments:book',
  summary: 'Cancels an appointment',
  input: z.strictObject({
    code,
    message,
    version: SeenVersion.optional().describe('The version that was shown; without it, it is cancelled as it is now'),
  }),
  output: Appointment,
  problems: [appointmentNotFound, appointmentClosed, changeTooLate, changedMeanwhile],
});

export const getCalendarFile = rpc({
  subject: 'rpc.appointments.get-calendar-file.v1',
  http: 'GET /appointments/{code}/calendar-file',
  permission: 'appointments:book',
  summary: 'Gives an appointment as a file for one’s own calendar',
  input: z.strictObject({ code }),
  output: z.object({
    name: z.string().meta({ description: 'Name of the file', examples: ['appuntamento.ics'] }),
    content: z.string().meta({ description: 'iCalendar (RFC 5545)', examples: ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'] }),
  }),
  problems: [appointmentNotFound, appointmentClosed],
});
