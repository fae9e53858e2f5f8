import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { noteReadings, unnoted } from '@sportello/records/accesses';
import type { DataSource } from 'typeorm';

/** What an officer reads of people who were signed in when they booked or asked is noted: each can see who read her data. */
export async function noteRead(
  db: DataSource,
  actor: Actor,
  rows: readonly { id: string; personId: string | null }[],
  action: 'appointment-read' | 'appointment-exported' | 'waiting-place-read' = 'appointment-read',
): Promise<void> {
  const kind = action === 'waiting-place-read' ? 'waiting-places' : 'appointments';
  const traceparent = currentTraceparent();
  const readings = rows.flatMap(({ id, personId: subjectId }) =>
    subjectId === null ? [] : [{ actor, subjectId, action, about: { kind, id }, traceparent }],
  );
  const fresh = unnoted(db, readings);
  if (fresh.length > 0) await db.transaction((tx) => noteReadings(tx, fresh));
}
