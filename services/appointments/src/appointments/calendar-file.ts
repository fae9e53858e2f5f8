import type { Language } from '@sportello/contracts/contract';
import ICAL from 'ical.js';
import type { Appointment } from './appointment.entity.js';

/** What a file for calendars says of one appointment. */
export interface Entry {
  appointment: Pick<Appointment, 'id' | 'startsAt' | 'endsAt' | 'status' | 'sequence' | 'changedAt' | 'videoLink'>;
  title: string;
  place: string;
  /** Its page. */
  url?: string;
  details?: string;
}

const methods = { cancelled: 'CANCEL', refused: 'CANCEL', expired: 'CANCEL' } as Record<string, string>;
const statuses = { confirmed: 'CONFIRMED', done: 'CONFIRMED', missed: 'CONFIRMED', awaiting_approval: 'TENTATIVE' } as Record<
  string,
  string
>;

/**
 * Appointments as iCalendar (RFC 5545). An appointment is one event for ever: its UID stays, and SEQUENCE grows with what is said of it, so that a
 * move replaces and a cancellation takes away what was there. Times are in UTC, which need no time zone to be read.
 */
export function calendarFile(entries: readonly Entry[], language: Language): string {
  const [only, ...others] = entries;
  const file = new ICAL.Component('vcalendar');
  file.updatePropertyWithValue('version', '2.0');
  file.updatePropertyWithValue('prodid', '-//Sportello//Appuntamenti//IT');
  file.updatePropertyWithValue('method', (others.length === 0 && only && methods[only.appointment.status]) || 'PUBLISH');
  for (const entry of entries) file.addSubcomponent(eventOf(entry, language));
  return `${file.toString()}\r\n`;
}

function eventOf({ appointment, title, place, url, details }: Entry, language: Language): ICAL.Component {
  const { id, startsAt, endsAt, status, sequence, changedAt, videoLink } = appointment;
  const event = new ICAL.Component('vevent');
  const say = (name: string, value: string | number | ICAL.Time) => event.updatePropertyWithValue(name, value);
  say('uid', `${id}@sportello`);
  say('dtstamp', utc(changedAt));
  say('dtstart', utc(startsAt));
  say('dtend', utc(endsAt));
  say('sequence', sequence);
  say('status', statuses[status] ?? 'CANCELLED');
  say('summary', title).setParameter('language', language);
  say('location', videoLink ?? place);
  const more = [details, videoLink, url].filter((text) => text != null).join('\n');
  if (more) say('description', more);
  if (url) say('url', url);
  return event;
}

const utc = (at: Date): ICAL.Time => ICAL.Time.fromJSDate(new Date(Math.floor(at.getTime() / 1000) * 1000), true);
