import type { Payload } from '@sportello/contracts/contract';
import { positionFailed, positionStarted } from '@sportello/contracts/payments/positions';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { Instalment } from './instalment.entity.js';
import { Position } from './position.entity.js';

/** Notes that somebody leaves for the payment page with an instalment that can be paid. The position is locked until the transaction ends. */
export async function startAttempt(tx: EntityManager, instalmentId: string, now: Date): Promise<void> {
  const { instalment, position } = await lock(tx, instalmentId);
  await tx.save(Object.assign(instalment, { startedAt: now }));
  await tx.save(Object.assign(position, { version: position.version + 1 }));
  await publish(tx, positionStarted, { positionId: position.id, version: position.version, at: now });
}

/** Notes that nothing came of it. Of something that was paid meanwhile, or started anew since, it changes nothing. */
export async function endAttempt(
  tx: EntityManager,
  instalmentId: string,
  startedAt: Date,
  why: Payload<typeof positionFailed>['why'],
  now: Date,
): Promise<void> {
  const { instalment, position } = await lock(tx, instalmentId);
  if (instalment.state !== 'open' || instalment.startedAt?.getTime() !== startedAt.getTime()) return;
  await tx.save(Object.assign(instalment, { startedAt: null }));
  await tx.save(Object.assign(position, { version: position.version + 1 }));
  await publish(tx, positionFailed, { positionId: position.id, version: position.version, at: now, why });
}

async function lock(tx: EntityManager, id: string): Promise<{ instalment: Instalment; position: Position }> {
  const { positionId } = await tx.findOneByOrFail(Instalment, { id });
  const position = await tx.findOneOrFail(Position, { where: { id: positionId }, lock: { mode: 'pessimistic_write' } });
  return { position, instalment: await tx.findOneByOrFail(Instalment, { id }) };
}
