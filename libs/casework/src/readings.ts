import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { noteReadings } from '@sportello/records/accesses';
import type { EntityManager } from 'typeorm';
import type { Accessed } from './subject.js';

/** Notes in the caller's transaction that an officer reads something of a subject. Whoever applied reads her own, which is not noted. */
export const noteReading = (
  tx: EntityManager,
  { kind, id, applicantId }: Accessed,
  action: 'messages-read' | 'file-read',
  actor: Actor,
): Promise<void> => noteReadings(tx, [{ actor, subjectId: applicantId, action, about: { kind, id }, traceparent: currentTraceparent() }]);
