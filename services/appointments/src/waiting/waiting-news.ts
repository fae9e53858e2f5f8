import { type AnnouncedMessage, announced, worded } from '@sportello/contracts/notifications/announcements';
import { namesOf } from '@sportello/directory/copies';
import { displayDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { Appointment } from '../appointments/appointment.entity.js';
import { serviceTitle } from '../appointments/news.js';
import { momentOf, whenOf } from '../appointments/when.js';
import type { Calendar } from '../calendars/calendar.entity.js';
import type { WaitingPlace } from './waiting-place.entity.js';

const news = {
  joined: {
    title: { it: 'Iscrizione alla lista d’attesa: {service}', en: 'On the waiting list: {service}' },
    body: {
      it: 'Se si libera un posto presso {place}, dal {from} al {to}, riceverai la proposta a questo indirizzo. Dal collegamento vedi a che punto sei, o esci dalla lista.',
      en: 'If a place becomes free at {place}, from {from} to {to}, the offer comes to this address. The link shows how far you are, and lets you leave the list.',
    },
  },
  offered: {
    title: { it: 'Si è liberato un posto: {service}', en: 'A place has become free: {service}' },
    body: {
      it: 'Ti proponiamo {when}, presso {place}. Il posto è tenuto per te fino a {until}: apri il collegamento e accettalo, altrimenti passa a chi viene dopo.',
      en: 'We offer you {when}, at {place}. The place is held for you until {until}: open the link and take it, or it goes to whoever comes next.',
    },
  },
  passed: {
    title: { it: 'La proposta è scaduta: {service}', en: 'The offer is over: {service}' },
    body: {
      it: 'Il posto che ti avevamo proposto è passato a chi viene dopo, e non sei più nella lista d’attesa. Se serve ancora, iscriviti di nuovo.',
      en: 'The place that we offered you went to whoever comes next, and you are no longer on the waiting list. If you still need one, join again.',
    },
  },
  ended: {
    title: { it: 'Lista d’attesa conclusa: {service}', en: 'The waiting list is over: {service}' },
    body: {
      it: 'Nei giorni che avevi indicato, dal {from} al {to}, non si è liberato nessun posto. Puoi iscriverti di nuovo con altri giorni.',
      en: 'On the days that you named, from {from} to {to}, no place has become free. You can join again with other days.',
    },
  },
} satisfies Record<string, Pick<AnnouncedMessage, 'title' | 'body'>>;

const open = { it: 'Apri la lista d’attesa', en: 'Open the waiting list' };
const take = { it: 'Accetta o rinuncia', en: 'Take it or let it go' };

interface Fact {
  place: WaitingPlace;
  calendar: Calendar;
  at: Date;
  /** The address of its page without a sign-in, from `/` on. */
  path: string;
  offer?: { draft: Appointment; until: Date };
}

/** Tells whoever waits what the caller's transaction does to her place. */
export async function announceWaiting(
  tx: EntityManager,
  what: keyof typeof news,
  { place, calendar, at, path, offer }: Fact,
): Promise<void> {
  const { id, organizationId, personId, applicant, language, version } = place;
  if (applicant.mail === null) return;
  const values = {
    ...{ service: serviceTitle(place, calendar), place: `${calendar.place.name}, ${calendar.place.address}` },
    ...{ from: displayDate(place.fromDay), to: displayDate(place.toDay) },
    ...{ when: offer ? whenOf(offer.draft.startsAt, offer.draft.endsAt) : '', until: offer ? momentOf(offer.until) : '' },
  };
  const own = {
    ...{ title: worded(news[what].title, values), body: worded(news[what].body, values) },
    ...{ place: 'portal' as const, action: what === 'offered' ? take : open, addressee: `${applicant.givenName} ${applicant.familyName}` },
  };
  await publish(tx, announced, {
    id: stableId(at, 'waiting-place', what, id, version),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'waiting-places', id },
    topic: `waiting.${what}`,
    messages: [
      ...(personId
        ? [
            {
              ...own,
              audience: [{ kind: 'person' as const, personId }],
              by: ['notice' as const],
              path: `/appuntamenti/attesa/${id}`,
            },
          ]
        : []),
      { ...own, audience: [{ kind: 'address', address: applicant.mail, personId, language }], by: ['mail'], path },
    ],
    documents: [],
  });
}
