import type { Text } from '@sportello/contracts/contract';
import { type AnnouncedMessage, announced, worded } from '@sportello/contracts/notifications/announcements';
import { namesOf } from '@sportello/directory/copies';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendars/calendar.entity.js';
import type { Appointment } from './appointment.entity.js';
import { calendarFile } from './calendar-file.js';
import { whenOf } from './when.js';

type Words = Pick<AnnouncedMessage, 'title' | 'body'>;

/** What whoever has it can still do by herself: the words that follow the news. */
type Change = 'both' | 'cancel' | 'none';
type OwnWords = Words & { change?: Record<Change, Text> };

const open = { it: 'Apri l’appuntamento', en: 'Open the appointment' };
const openInConsole = { it: 'Apri il calendario', en: 'Open the calendar' };

/** What whoever has it reads of each fact, and what the officers of the calendar. */
const news = {
  booked: {
    applicant: {
      title: { it: 'Appuntamento confermato: {service}', en: 'Appointment confirmed: {service}' },
      body: {
        it: 'L’appuntamento è confermato per {when}, presso {place}.',
        en: 'The appointment is confirmed for {when}, at {place}.',
      },
      change: {
        both: { it: 'Dal collegamento puoi spostarlo o annullarlo.', en: 'The link lets you move or cancel it.' },
        cancel: { it: 'Dal collegamento puoi annullarlo.', en: 'The link lets you cancel it.' },
        none: { it: 'Per spostarlo o annullarlo scrivi all’ufficio: {mail}.', en: 'To move or cancel it write to the office: {mail}.' },
      },
    },
    officers: {
      title: { it: 'Nuovo appuntamento: {calendar}', en: 'New appointment: {calendar}' },
      body: { it: '{service}, {when}.', en: '{service}, {when}.' },
    },
  },
  requested: {
    applicant: {
      title: { it: 'Richiesta inviata: {service}', en: 'Request sent: {service}' },
      body: {
        it: 'La richiesta di appuntamento per {when}, presso {place}, è in attesa di approvazione. Riceverai la risposta a questo indirizzo.',
        en: 'The request for an appointment on {when}, at {place}, is awaiting approval. The answer will come to this address.',
      },
    },
    officers: {
      title: { it: 'Appuntamento da approvare: {calendar}', en: 'Appointment to approve: {calendar}' },
      body: { it: '{service}, {when}.', en: '{service}, {when}.' },
    },
  },
  approved: {
    applicant: {
      title: { it: 'Appuntamento confermato: {service}', en: 'Appointment confirmed: {service}' },
      body: {
        it: 'La richiesta è stata approvata: l’appuntamento è confermato per {when}, presso {place}.',
        en: 'The request was approved: the appointment is confirmed for {when}, at {place}.',
      },
    },
  },
  refused: {
    applicant: {
      title: { it: 'Appuntamento non approvato: {service}', en: 'Appointment not approved: {service}' },
      body: {
        it: 'La richiesta per {when}, presso {place}, non è stata approvata.',
        en: 'The request for {when}, at {place}, was not approved.',
      },
    },
  },
  'request-moved': {
    applicant: {
      title: { it: 'Nuovo orario in attesa di approvazione: {service}', en: 'New time awaiting approval: {service}' },
      body: {
        it: 'La richiesta di appuntamento è ora per {when}, presso {place}, ed è in attesa di approvazione. L’orario di prima è di nuovo libero.',
        en: 'The request for an appointment is now for {when}, at {place}, and is awaiting approval. The time before is free again.',
      },
    },
    officers: {
      title: { it: 'Nuovo orario da approvare: {calendar}', en: 'New time to approve: {calendar}' },
      body: { it: '{service}: ora {when}.', en: '{service}: now {when}.' },
    },
  },
  undecided: {
    applicant: {
      title: { it: 'Appuntamento non approvato in tempo: {service}', en: 'Appointment not approved in time: {service}' },
      body: {
        it: 'La richiesta per {when}, presso {place}, non ha avuto risposta prima dell’orario ed è scaduta. Puoi prenotarne un’altra, o scrivere all’ufficio: {mail}.',
        en: 'The request for {when}, at {place}, was not answered before its time and has expired. You can book another one, or write to the office: {mail}.',
      },
    },
    officers: {
      title: { it: 'Richiesta scaduta senza decisione: {calendar}', en: 'Request expired without a decision: {calendar}' },
      body: { it: '{service}, {when}.', en: '{service}, {when}.' },
    },
  },
  moved: {
    applicant: {
      title: { it: 'Appuntamento spostato: {service}', en: 'Appointment moved: {service}' },
      body: { it: 'L’appuntamento è ora {when}, presso {place}.', en: 'The appointment is now {when}, at {place}.' },
    },
    officers: {
      title: { it: 'Appuntamento spostato: {calendar}', en: 'Appointment moved: {calendar}' },
      body: { it: '{service}: ora {when}.', en: '{service}: now {when}.' },
    },
  },
  cancelled: {
    applicant: {
      title: { it: 'Appuntamento annullato: {service}', en: 'Appointment cancelled: {service}' },
      body: { it: 'L’appuntamento di {when}, presso {place}, è annullato.', en: 'The appointment of {when}, at {place}, is cancelled.' },
    },
    officers: {
      title: { it: 'Appuntamento annullato: {calendar}', en: 'Appointment cancelled: {calendar}' },
      body: { it: '{service}, {when}: il posto è di nuovo libero.', en: '{service}, {when}: the place is free again.' },
    },
  },
  video: {
    applicant: {
      title: { it: 'Videoconferenza per il tuo appuntamento: {service}', en: 'Video meeting for your appointment: {service}' },
      body: {
        it: 'Per l’appuntamento di {when} ci si collega a {video}',
        en: 'The appointment of {when} takes place by video: {video}',
      },
    },
  },
  reminder: {
    applicant: {
      title: { it: 'Promemoria: {service}', en: 'Reminder: {service}' },
      body: {
        it: 'L’appuntamento è {when}, presso {place}.',
        en: 'The appointment is {when}, at {place}.',
      },
      change: {
        both: {
          it: 'Se non puoi venire, spostalo o annullalo dal collegamento: il posto servirà ad altri.',
          en: 'If you cannot come, move or cancel it by the link: somebody else will need the place.',
        },
        cancel: {
          it: 'Se non puoi venire, annullalo dal collegamento: il posto servirà ad altri.',
          en: 'If you cannot come, cancel it by the link: somebody else will need the place.',
        },
        none: {
          it: 'Se non puoi venire, scrivi all’ufficio: {mail}. Il posto servirà ad altri.',
          en: 'If you cannot come, write to the office: {mail}. Somebody else will need the place.',
        },
      },
    },
  },
} satisfies Record<string, { applicant: OwnWords; officers?: Words }>;
export type News = keyof typeof news;

interface Fact {
  appointment: Appointment;
  calendar: Calendar;
  at: Date;
  /** The officer who did it, who is not told. */
  by: string | null;
  /** What the office wrote to whoever has it. */
  message?: string | null;
  /** The address of the page without a sign-in, from `/` on. */
  path: string;
  /** The same with the installation's address. */
  url: string;
  /** What its QR code says, by which whoever has it is checked in. */
  checkIn: string;
}

/** Tells those concerned of what the caller's transaction does to an appointment, as far as the calendar's owner has them told (NOT-08). */
export async function announce(
  tx: EntityManager,
  what: News,
  { appointment, calendar, at, by, message, path, url, checkIn }: Fact,
): Promise<void> {
  const { id, organizationId, personId, applicant, language, startsAt, endsAt, version } = appointment;
  const words: { applicant: OwnWords; officers?: Words } = news[what];
  const { change } = words.applicant;
  const more = change?.[changeOf(appointment, calendar, at)];
  const service = serviceTitle(appointment, calendar);
  const place = `${calendar.place.name}, ${calendar.place.address}`;
  const values = {
    service,
    place,
    calendar: calendar.title,
    when: whenOf(startsAt, endsAt),
    video: appointment.videoLink ?? '',
    mail: calendar.contactMail,
  };
  const filled = ({ title, body }: Words, after?: Text) => ({
    title: worded(title, values),
    body: worded(after ? { it: `${body.it} ${after.it}`, en: `${body.en} ${after.en}` } : body, values),
  });
  const messages: AnnouncedMessage[] = [];
  if (calendar.tellsCitizens && applicant) {
    const own = {
      ...filled(words.applicant, more),
      ...{ place: 'portal' as const, action: open, addressee: `${applicant.givenName} ${applicant.familyName}` },
      ...(message && { quote: message }),
    };
    if (personId) messages.push({ ...own, audience: [{ kind: 'person', personId }], by: ['notice'], path: `/appuntamenti/${id}` });
    if (applicant.mail !== null)
      messages.push({
        ...{ ...own, audience: [{ kind: 'address', address: applicant.mail, personId, language }], by: ['mail'], path },
        ...(appointment.status === 'confirmed' && appointment.videoLink === null && { qrCode: checkIn }),
        // Before it is approved nothing of it goes into anybody's calendar.
        ...(appointment.status !== 'awaiting_approval' &&
          what !== 'reminder' && { calendar: calendarFile([{ appointment, title: service[language], place, url }], language) }),
      });
  }
  if (calendar.tellsOfficers && words.officers)
    messages.push({
      audience: [{ kind: 'officers', organizationId, subject: { kind: 'calendar', id: calendar.id }, except: by ? [by] : [] }],
      by: ['notice', 'mail'],
      place: 'console',
      path: `/console/calendari/${calendar.id}/appuntamenti/${id}`,
      action: openInConsole,
      ...filled(words.officers),
    });
  if (messages.length === 0) return;
  await publish(tx, announced, {
    id: stableId(at, 'appointment', what, id, version),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'appointments', id },
    topic: `appointments.${what}`,
    messages,
    documents: [],
  });
}

function changeOf(appointment: Appointment, { cancelDays, mostMoves }: Calendar, now: Date): Change {
  if (!appointment.changeableUntil(cancelDays, now)) return 'none';
  return appointment.movesMade < mostMoves ? 'both' : 'cancel';
}

/** What it is for; the calendar's title where that is no longer offered. */
export const serviceTitle = ({ service }: Pick<Appointment, 'service'>, { services, title }: Calendar): Text =>
  services.find(({ key }) => key === service)?.title ?? { it: title, en: title };
