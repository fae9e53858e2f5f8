import { newId } from '@sportello/contracts/id';
import type { EntityManager } from 'typeorm';
import { keepStep, system } from './history.js';
import { Instalment } from './instalment.entity.js';
import { PaymentOption, Position } from './position.entity.js';

/** What is wanted of a position that is paid all at once. */
export interface Wanted
  extends Pick<Position, 'id' | 'organizationId' | 'personId' | 'practiceId' | 'procedureId' | 'reason' | 'openedAt'> {
  amountCents: number;
  dueOn: string | null;
  isBinding: boolean;
}

/**
 * Notes a debt, whose notice is created by the job: its debtor is told by another service. Under an id that is known nothing is noted twice; one
 * that was dropped before it was wanted stays dropped, and gets no notice.
 */
export async function wantPosition(tx: EntityManager, { amountCents, dueOn, isBinding, ...wanted }: Wanted): Promise<boolean> {
  const row = { ...wanted, debtor: null, beneficiaryName: null, droppedWhy: null, nextTryAt: wanted.openedAt, settledAt: null, version: 1 };
  const { raw: made } = await tx.createQueryBuilder().insert().into(Position).values(row).orIgnore().returning('id').execute();
  if ((made as unknown[]).length === 0) {
    await tx.update(Position, { id: wanted.id, reason: '' }, { reason: wanted.reason, openedAt: wanted.openedAt });
    return false;
  }
  const { id: positionId, organizationId } = wanted;
  const optionId = newId();
  await tx.insert(PaymentOption, { id: optionId, organizationId, positionId, kind: 'single', place: 1 });
  await tx.insert(Instalment, {
    ...{ id: newId(), organizationId, positionId, optionId, number: 1, state: 'draft', amountCents, surcharges: [], dueOn, isBinding },
    ...{ creditorFiscalCode: null, noticeNumber: null, startedAt: null, paidCents: null, settledAt: null, replacedById: null },
  });
  await keepStep(tx, wanted, { move: 'want', from: null, to: 'creating' }, system, wanted.openedAt);
  return true;
}
