import { createHash } from 'node:crypto';
import { takeNumber } from '@sportello/casework/numbers';
import type { Mover } from '@sportello/casework/subject';
import type { Text } from '@sportello/contracts/contract';
import { canonicalJson } from '@sportello/service/canonical-json';
import type { EntityManager } from 'typeorm';
import type { Desk } from '../desks/desk.entity.js';
import { FIRST_PRIORITY, Ticket } from './ticket.entity.js';
import { ticketWords } from './ticket-words.js';
import { writeNew } from './writing.js';

/** By which the same request is known when it is sent again. */
export const hashOf = (asked: object): string => createHash('sha256').update(canonicalJson(asked)).digest('hex');

/** Who opens something under the same id at the same moment waits here, before a number is taken: none is lost. */
export const waitForId = (tx: EntityManager, id: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ticket ${id}`]);

type Opened = Pick<
  Ticket,
  | 'id'
  | 'organizationId'
  | 'serviceId'
  | 'formId'
  | 'content'
  | 'subject'
  | 'onBehalfOf'
  | 'channel'
  | 'applicantId'
  | 'profileId'
  | 'applicantName'
  | 'openedWith'
>;

/** Writes a new ticket with the next number. Whoever else opens one waits from here on, so it comes late in a transaction. */
export async function writeOpened(
  tx: EntityManager,
  desk: Desk,
  opened: Opened,
  service: { group: Text; name: Text } | null,
  mover: Mover,
  now: Date,
): Promise<Ticket> {
  const number = await takeNumber(tx, 'CS');
  const ticket = tx.create(Ticket, {
    ...opened,
    ...{ deskId: desk.id, kind: desk.kind, number, status: 'new', priority: FIRST_PRIORITY, officerId: null, officerName: null },
    ...{ createdAt: now, changedAt: now, version: 1, words: ticketWords({ ...opened, number }, service) },
  });
  ticket.begin(desk, now);
  await writeNew(tx, ticket, mover, now);
  return ticket;
}
