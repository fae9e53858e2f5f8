import {
  type EntityManager,
  type EntitySubscriberInterface,
  EventSubscriber,
  type QueryRunner,
  type TransactionCommitEvent,
} from 'typeorm';

const WAITING = 'after commit';

const waitingIn = ({ data }: QueryRunner): Set<() => void> => (data[WAITING] ??= new Set());

/**
 * Has something done once the caller's transaction is committed, and never if it is not. The same function is called once. Whoever commits does
 * not wait for what it begins, and a crash at this moment forgets it: rows say what is still to do.
 */
export function afterCommit({ queryRunner }: EntityManager, work: () => void): void {
  if (!queryRunner?.isTransactionActive) throw new Error('There is no transaction after which this could be done');
  waitingIn(queryRunner).add(work);
}

@EventSubscriber()
export class WorksAfterCommit implements EntitySubscriberInterface {
  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    // A transaction within a transaction is committed with the one around it.
    if (queryRunner.isTransactionActive) return;
    const waiting = waitingIn(queryRunner);
    delete queryRunner.data[WAITING];
    for (const work of waiting) work();
  }
}
