import type { Payload } from '@sportello/contracts/contract';
import type { rightsChanged } from '@sportello/contracts/identity/officers';
import { practiceReleased } from '@sportello/contracts/practices/events';
import { type EntityManager, In } from 'typeorm';
import { tell } from '../practices/facts.js';
import { Passage } from '../practices/passage.entity.js';
import { Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';

/** Where somebody is in charge and there is still something to do. */
const worked = ['under_review', 'awaiting_amendment', 'amendment_submitted'] as const;

/**
 * The practices of which an officer is in charge and which she may no longer work go back to their queue, with a line in their history: she
 * was suspended, works for another body, is an administrator now, or has lost the procedure.
 */
export async function giveBack(tx: EntityManager, rights: Payload<typeof rightsChanged>, now: Date): Promise<void> {
  const { officerId } = rights;
  const practices = await tx.find(Practice, {
    where: { officerId, status: In(worked) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const practice of practices) {
    if (mayWork(rights, practice)) continue;
    const { procedureId, organizationId } = practice;
    const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
    await tx.insert(Passage, practice.giveBack(procedure, now));
    await tx.save(practice);
    await tell(tx, practiceReleased, practice, now);
  }
}

function mayWork(rights: Payload<typeof rightsChanged>, { organizationId, procedureId }: Practice): boolean {
  if (!rights.isActive || rights.organizationId !== organizationId) return false;
  return rights.role === 'manager' || (rights.role === 'officer' && rights.procedureIds.includes(procedureId));
}
