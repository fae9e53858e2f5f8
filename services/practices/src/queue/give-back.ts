import { Injectable } from '@nestjs/common';
import { practiceReleased } from '@sportello/contracts/practices/events';
import { DirectoryCopies, type Rights } from '@sportello/directory/copies';
import { mayWork } from '@sportello/directory/officers';
import { type EntityManager, In } from 'typeorm';
import { tell } from '../practices/facts.js';
import { Passage } from '../practices/passage.entity.js';
import { Practice } from '../practices/practice.entity.js';
import { indexWordsOfBody } from '../procedures/catalogue-search.js';
import { Procedure } from '../procedures/procedure.entity.js';

/** Where somebody is in charge and there is still something to do. */
const worked = ['under_review', 'awaiting_amendment', 'amendment_submitted'] as const;

/**
 * The practices of which an officer is in charge and which she may no longer work go back to their queue, with a line in their history: she
 * was suspended, works for another body, is an administrator now, or has lost the procedure.
 */
async function giveBack(tx: EntityManager, rights: Rights, now: Date): Promise<void> {
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

/**
 * Keeps the copies of officers and bodies, gives back to its queue what an officer may no longer work, and has services found by what their
 * body is called now.
 */
@Injectable()
export class GiveBack extends DirectoryCopies {
  protected follow(rights: Rights, tx: EntityManager): Promise<void> {
    return giveBack(tx, rights, new Date());
  }

  protected followName(organizationId: string, tx: EntityManager): Promise<void> {
    return indexWordsOfBody(tx, organizationId);
  }
}
