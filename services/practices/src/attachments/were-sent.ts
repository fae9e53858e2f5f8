import { type EntityManager, IsNull, Not } from 'typeorm';
import type { Accessed } from '../practices/access.js';
import { Attachment, fileSideOf } from './attachment.entity.js';

/** Whether a side sent just these files along with a message, an amendment or an outcome: then the same command is said again. */
export async function wereSent(
  tx: EntityManager,
  { practice, mover }: Pick<Accessed, 'practice' | 'mover'>,
  { ids, purpose, sentWith }: { ids: readonly string[]; purpose: Attachment['purpose']; sentWith: string | null },
): Promise<boolean> {
  const { id: practiceId, organizationId } = practice;
  const side = fileSideOf(mover);
  const where = { practiceId, organizationId, purpose, side, sentWith: sentWith ?? IsNull(), sentAt: Not(IsNull()) } as const;
  const sent = (await tx.findBy(Attachment, where)).map(({ id }) => id);
  return [...new Set(ids)].sort().join() === sent.sort().join();
}
