import type { Input } from '@sportello/contracts/contract';
import type { listQueue } from '@sportello/contracts/practices/queue';
import { EXPIRING_DAYS } from '@sportello/contracts/practices/terms';
import { replacedBy } from '@sportello/directory/absences';
import type { Officer } from '@sportello/directory/officers';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { wordsAndNumbersIn } from '@sportello/italy/search-words';
import { beginningWith } from '@sportello/service/full-text';
import { type EntityManager, In } from 'typeorm';
import { Procedure } from '../procedures/procedure.entity.js';
import { numbersLike } from '../protocol/numbers-like.js';
import { rangeOf } from './period.js';
import type { QueueFilter } from './queue.sql.js';

/** What somebody asks of the queue. */
type Asked = Omit<Input<typeof listQueue>, 'limit' | 'after' | 'sort'> & { practiceIds?: string[] | undefined };

/**
 * What is asked of the queue, as its statements take it: never more than the officer may work. Null where nothing can match.
 * @param now by which periods as "today" are told
 * @throws Problem `invalidInput` for a period that ends before it begins
 */
export async function queueFilterOf(tx: EntityManager, officer: Officer, asked: Asked, now: Date): Promise<QueueFilter | null> {
  const { practiceIds, search, protocol, procedureId, status, queue, period, from, to } = asked;
  const own = officer.subjectIds ?? (await idsOf(tx, officer));
  const procedureIds = procedureId ? own.filter((id) => id === procedureId) : own;
  if (procedureIds.length === 0 || (queue === 'my-office' && !officer.officeId)) return null;
  const words = search ? beginningWith(wordsAndNumbersIn(search)) : undefined;
  if (words === null) return null;
  const changed = rangeOf(period, { from, to }, now);
  const inPlaceOf = queue === 'mine' ? await replacedBy(tx, officer.id, officer.organizationId, romeDate(now)) : [];
  return {
    officer,
    inPlaceOf,
    procedureIds,
    practiceIds,
    status,
    protocolNumbers: protocol ? numbersLike(protocol) : undefined,
    queue,
    expiringBy: queue === 'expiring' ? addDays(romeDate(now), EXPIRING_DAYS) : undefined,
    changed,
    words,
  };
}

/** Their ids alone: a service has a long sheet. */
const idsOf = async (tx: EntityManager, { organizationId }: Officer): Promise<string[]> =>
  (await tx.find(Procedure, { select: { id: true }, where: { organizationId }, order: { id: 'ASC' } })).map(({ id }) => id);

/** The services that an officer may work, by their titles. */
export const proceduresOf = (tx: EntityManager, { organizationId, subjectIds }: Officer): Promise<Procedure[]> =>
  tx.find(Procedure, {
    where: { organizationId, ...(subjectIds && { id: In(subjectIds) }) },
    order: { searchText: 'ASC', id: 'ASC' },
  });
