import { accessNoted } from '@sportello/contracts/identity/accesses';
import type { Actor } from '@sportello/messaging/actor';
import { afterCommit } from '@sportello/messaging/after-commit';
import { traceIdOf } from '@sportello/messaging/context';
import { publishAll } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { DataSource, EntityManager } from 'typeorm';

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

/** What is read again within the same quarter of an hour is one access. Milliseconds. */
const INTERVAL_MS = 900_000;
/** Accesses of the present interval that a process remembers as noted; beyond them it begins anew, and identity knows what comes twice. */
const MOST_REMEMBERED = 20_000;

/** What a process has noted in the present interval, by database: only what was committed. */
const remembered = new WeakMap<DataSource, { interval: number; ids: Set<string> }>();

function notedIn(db: DataSource, now: Date): Set<string> {
  const interval = Math.floor(now.getTime() / INTERVAL_MS);
  const known = remembered.get(db);
  if (known?.interval === interval && known.ids.size < MOST_REMEMBERED) return known.ids;
  const ids = new Set<string>();
  remembered.set(db, { interval, ids });
  return ids;
}

/** The same for all that one person reads of one thing within an interval, in every process. */
function idOf({ actor: { personId, roles, organizationId }, subjectId, action, about }: Reading, now: Date): string {
  const from = new Date(Math.floor(now.getTime() / INTERVAL_MS) * INTERVAL_MS);
  return stableId(from, personId ?? '', roles.join(' '), organizationId ?? '', subjectId, action, about.kind, about.id);
}

/** Those that are still to be noted. What somebody reads of her own is not, and costs nothing. */
export function unnoted(db: DataSource, readings: readonly Reading[], now = new Date()): Reading[] {
  const noted = notedIn(db, now);
  return readings.filter((reading) => reading.actor.personId !== reading.subjectId && !noted.has(idOf(reading, now)));
}

/** Notes in the caller's transaction whose data is read, once in an interval, for the log that the person concerned can see. */
export async function noteReadings(tx: EntityManager, readings: readonly Reading[], now = new Date()): Promise<void> {
  const fresh = new Map(unnoted(tx.connection, readings, now).map((reading) => [idOf(reading, now), reading]));
  if (fresh.size === 0) return;
  await publishAll(
    tx,
    accessNoted,
    [...fresh].map(
      ([
        id,
        {
          actor: { personId, roles, organizationId },
          subjectId,
          action,
          about,
          traceparent,
        },
      ]) => ({
        id,
        at: now,
        subjectId,
        actorId: personId,
        capacity: roles.join(' '),
        organizationId,
        action,
        about,
        requestId: traceIdOf(traceparent),
      }),
    ),
  );
  afterCommit(tx, () => {
    const noted = notedIn(tx.connection, now);
    for (const id of fresh.keys()) noted.add(id);
  });
}
