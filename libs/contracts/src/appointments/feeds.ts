/** Secret addresses under which somebody's own calendar reads appointments, as other calendars are subscribed to. */
import { z } from 'zod';
import { Id, Instant, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { calendarNotFound } from './calendars.js';

const calendarId = Id.nullable().describe('The calendar that an officer follows; null: one’s own appointments, of a citizen');
const ofCalendar = z.strictObject({ calendarId: Id.optional().describe('The calendar that an officer follows') });

export const feedNotFound = problem(404, 'feed-not-found', 'Questo indirizzo non dà nessun calendario', 'This address gives no calendar', {
  it: "L'indirizzo non è valido, è stato revocato o rinnovato, oppure chi lo ha creato non è più abilitato al calendario.",
  en: 'The address is not valid, has been revoked or renewed, or whoever made it is no longer enabled to the calendar.',
});

export const getFeed = rpc({
  subject: 'rpc.appointments.get-feed.v1',
  http: 'GET /calendar-feed',
  permission: 'feeds:manage',
  summary: 'Says whether one has a secret address of a calendar, and since when',
  input: ofCalendar,
  output: z.object({ madeAt: Instant.nullable().describe('When the address was made; null: there is none') }),
  problems: [calendarNotFound],
});

/** The address is told once, and only its digest is kept. The one before gives nothing any longer, and never again. The same again is answered as the first time. */
export const renewFeed = rpc({
  subject: 'rpc.appointments.renew-feed.v1',
  http: 'PUT /calendar-feeds/{id}',
  permission: 'feeds:manage',
  perMinute: 10,
  summary: 'Makes a new secret address under which a calendar is subscribed to',
  input: z.strictObject({ id: Id.describe('The address, by an id that the caller chose'), calendarId: calendarId.default(null) }),
  output: z.object({
    address: z.string().meta({
      description: 'For whoever has it it gives the appointments, without signing in',
      examples: ['https://sportello.example/api/v1/calendar-feeds/2vJ0hV5mXyq1s8f3kQw7RZb4tYc6uNd9aEgLpMoHiCk/calendar.ics'],
    }),
    madeAt: Instant.describe('When it was made'),
  }),
  problems: [calendarNotFound, idReused],
});

export const revokeFeed = rpc({
  subject: 'rpc.appointments.revoke-feed.v1',
  http: 'DELETE /calendar-feed',
  permission: 'feeds:manage',
  summary: 'Revokes the secret address that one has of a calendar',
  input: ofCalendar,
  output: z.object({ madeAt: z.null().meta({ description: 'There is none any longer', examples: [null] }) }),
  problems: [calendarNotFound],
});

/** The gateway asks it for whoever has the address. */
export const readFeed = rpc({
  subject: 'rpc.appointments.read-feed.v1',
  permission: 'appointments:book',
  summary: 'Gives the appointments of a secret address as a file for calendars',
  input: z.strictObject({
    secret: z
      .string()
      .regex(/^[\w-]{43}$/)
      .meta({ description: 'The secret in the address', examples: ['2vJ0hV5mXyq1s8f3kQw7RZb4tYc6uNd9aEgLpMoHiCk'] }),
  }),
  output: z.object({
    content: z.string().meta({ description: 'iCalendar (RFC 5545)', examples: ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'] }),
  }),
  problems: [feedNotFound],
});
