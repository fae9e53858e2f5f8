import { newId } from '@sportello/contracts/id';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import type { Actor } from '@sportello/messaging/actor';
import { traceIdOf } from '@sportello/messaging/context';
import { publishAll } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';

/** Data of a person that somebody else reads. */
export interface Reading {
  actor: Actor;
  subjectId: string;
  /** For example `practice-read`. */
  action: string;
  about: { kind: string; id: string };
  /** The trace of the request. */
  traceparent: string;
}

/**
 * Notes in the caller's transaction whose data is read, for the log that the person concerned can see. What somebody reads of her own is not
 * noted, and costs nothing.
 */
export function noteReadings(tx: EntityManager, readings: readonly Reading[]): Promise<void> {
  const now = new Date();
  return publishAll(
    tx,
    accessNoted,
    readings
      .filter(({ actor, subjectId }) => actor.personId !== subjectId)
      .map(({ actor: { personId, roles, organizationId }, subjectId, action, about, traceparent }) => ({
        id: newId(now.getTime()),
        at: now,
        subjectId,
        actorId: personId,
        capacity: roles.join(' '),
        organizationId,
        action,
        about,
        requestId: traceIdOf(traceparent),
      })),
  );
}
