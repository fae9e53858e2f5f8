import { newId } from '@sportello/contracts/id';
import type { SecurityEventKind } from '@sportello/contracts/identity/security';
import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import type { EntityManager } from 'typeorm';
import { SecurityEvent } from './security-event.entity.js';

/** Notes in the caller's transaction something that matters for security (IDE-53). What was typed is kept nowhere. */
export async function noteSecurity(
  tx: EntityManager,
  kind: SecurityEventKind,
  about: { personId: string | null; organizationId: string | null },
  by: { personId: string | null; address: string | null },
): Promise<void> {
  const { personId, organizationId } = about;
  const requestId = traceIdOf(currentTraceparent());
  await tx.insert(SecurityEvent, {
    id: newId(),
    at: new Date(),
    kind,
    personId,
    organizationId,
    actorId: by.personId,
    address: by.address,
    requestId,
  });
}
