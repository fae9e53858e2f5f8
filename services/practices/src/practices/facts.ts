import type { Event, Payload } from '@sportello/contracts/contract';
import type { practiceSubmitted } from '@sportello/contracts/practices/events';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import type { Practice } from './practice.entity.js';

/** What every fact about a practice says of it, after the change. */
export const factOf = (practice: Practice, at: Date): Payload<typeof practiceSubmitted> => ({
  practiceId: practice.id,
  organizationId: practice.organizationId,
  procedureId: practice.procedureId,
  applicantId: practice.applicantId,
  status: practice.status,
  version: practice.version,
  at,
});

/** Publishes a fact that says no more than that. */
export const publishFact = (tx: EntityManager, event: typeof practiceSubmitted & Event, practice: Practice, at: Date): Promise<void> =>
  publish(tx, event, factOf(practice, at));
