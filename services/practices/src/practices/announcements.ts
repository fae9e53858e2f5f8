import type { Payload } from '@sportello/contracts/contract';
import { type AnnouncedMessage, type Audience, announced, type Together, worded } from '@sportello/contracts/notifications/announcements';
import { followedPractice } from '@sportello/contracts/practices/fields';
import { practicePath } from '@sportello/contracts/practices/practices';
import { substitutesOf } from '@sportello/directory/absences';
import { namesOf } from '@sportello/directory/copies';
import { romeDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import type { Procedure } from '../procedures/procedure.entity.js';
import { type News, news } from './news.js';
import type { Words } from './news-words.js';
import type { Practice } from './practice.entity.js';

const both: AnnouncedMessage['by'] = ['notice', 'mail'];

type Known = Pick<
  Practice,
  'id' | 'organizationId' | 'procedureId' | 'applicantId' | 'officerId' | 'confirmationMail' | 'number' | 'version'
> &
  Partial<Pick<Practice, 'applicantName' | 'substituteId'>>;

interface Fact {
  practice: Known;
  procedure: Pick<Procedure, 'title'>;
  at: Date;
  /** The officer who did it, where she is not the one in charge: she is not told. */
  by?: string;
  /** Officers who are told by themselves. */
  persons?: readonly string[];
  documents?: Payload<typeof announced>['documents'];
  /** Which one of several things of the practice that may happen at the same moment. */
  about?: string;
  /** Where the applicant has it sent, and nowhere else. */
  address?: string | undefined;
  /** Where what is told is known by more than its moment: told again under the same id, it is told once. */
  id?: string;
  /** What the office wrote to the applicant, for her mail. */
  quote?: string;
}

/** Tells the people concerned of something that the caller's transaction does to a practice. */
export async function announce(tx: EntityManager, what: News, fact: Fact): Promise<void> {
  const { organizationId } = fact.practice;
  const organizationName = (await namesOf(tx, [organizationId])).get(organizationId);
  await publish(tx, announced, announcementOf(what, await withSubstitutes(tx, fact), organizationName));
}

/** Tells one officer, unless there is none, or it is she who does it. */
export async function announceTo(tx: EntityManager, officerId: string | null, what: News, fact: Fact, doer?: string): Promise<void> {
  if (officerId && officerId !== doer) await announce(tx, what, { ...fact, persons: [officerId] });
}

/** Who stands in for an officer who is away is told what she is told (ADM-32). */
async function withSubstitutes(tx: EntityManager, fact: Fact): Promise<Fact> {
  const { persons = [], practice, by } = fact;
  const about = { kind: 'procedure' as const, id: practice.procedureId };
  const substitutes = persons.length === 0 ? [] : await substitutesOf(tx, persons, about, romeDate(fact.at));
  const told = substitutes.map(({ id }) => id).filter((id) => id !== by);
  return { ...fact, persons: [...new Set([...persons, ...told])] };
}

/**
 * The applicant is told by a notice, and by a mail to her address and to the one that the form gives (CAT-25). Of the sending she has the
 * notice, then the receipt by mail, which goes to the form's address where there is one. Officers are told by both; the one who did it is not.
 */
export function announcementOf(
  what: News,
  { practice, procedure, at, by, persons = [], documents = [], quote, about = '', id: announcementId, address }: Fact,
  organizationName = 'Sportello',
): Payload<typeof announced> {
  const { id, organizationId, procedureId, applicantId, officerId, substituteId, confirmationMail, number, version, applicantName } =
    practice;
  const { topic, applicant, applicantBy = both, officers, persons: words, isByOffice, together } = news[what];
  const values = { number, service: procedure.title };
  const own: Audience = { kind: 'person', personId: applicantId };
  const ofForm: Audience[] = confirmationMail === null ? [] : [{ kind: 'address', address: confirmationMail, personId: applicantId }];
  const except = [
    applicantId,
    ...(isByOffice ? [officerId, substituteId].filter((it) => it != null) : []),
    ...(by === undefined ? [] : [by]),
  ];
  const filled = (words: Words) => ({
    ...filledWords(words, values),
    ...(together && { together: filledTogether(together, values) }),
  });
  const messages: AnnouncedMessage[] = [];
  if (applicant)
    messages.push({
      audience: address
        ? [{ kind: 'address', address, personId: applicantId }]
        : what === 'receipt' && confirmationMail !== null
          ? ofForm
          : [own, ...ofForm],
      by: applicantBy,
      place: 'portal',
      path: practicePath(id),
      ...(applicantName && { addressee: applicantName }),
      ...(quote && { quote }),
      ...filled(applicant),
    });
  if (officers)
    messages.push({
      audience: [{ kind: 'officers', organizationId, subject: { kind: 'procedure', id: procedureId }, except }],
      by: both,
      place: 'console',
      path: `/console/pratiche/${id}`,
      ...filled(officers),
    });
  if (words && persons.length > 0)
    messages.push({
      audience: persons.map((personId) => ({ kind: 'person', personId })),
      by: both,
      place: 'console',
      path: `/console/pratiche/${id}`,
      ...filled(words),
    });
  const subject = { kind: followedPractice.kind, id };
  return {
    id: announcementId ?? stableId(at, what, id, version, ...(about ? [about] : [])),
    at,
    organizationId,
    sender: organizationName,
    subject,
    topic,
    messages,
    documents,
  };
}

type Values = Parameters<typeof worded>[1];

const filledWords = ({ title, body, action }: Words, values: Values): Words => ({
  title: worded(title, values),
  body: worded(body, values),
  action,
});

const filledTogether = ({ ofOne, ofMany, one, several }: Together, values: Values): Together => ({
  ofOne: filledWords(ofOne, values),
  ofMany,
  one: worded(one, values),
  several: worded(several, values),
});
