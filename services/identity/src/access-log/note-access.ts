import { newId } from '@sportello/contracts/id';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import type { EntityManager } from 'typeorm';

export type AccessAction =
  | 'person-registered'
  | 'profiles-changed'
  | 'contacts-changed'
  | 'picture-changed'
  | 'rights-changed'
  | 'password-changed'
  | 'policy-accepted'
  | 'account-enabled';

/**
 * Notes in the caller's transaction that the actor changed a person's data. Position and hash are the database's.
 * @param about the thing by which it was done; null for the account itself
 */
export const noteAccess = (
  tx: EntityManager,
  action: AccessAction,
  subjectId: string,
  actor: Actor,
  about: { kind: string; id: string } | null = null,
): Promise<unknown> =>
  tx.query(
    `insert into access_log (id, at, actor_id, capacity, organization_id, action, subject_id, request_id, about_kind, about_id)
     values ($7, now(), $1, $2, $3, $4, $5, $6, $8, $9)`,
    [
      actor.personId,
      actor.roles.join(' '),
      actor.organizationId,
      action,
      subjectId,
      traceIdOf(currentTraceparent()),
      newId(),
      about?.kind ?? null,
      about?.id ?? null,
    ],
  );
