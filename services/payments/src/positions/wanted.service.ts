import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { paymentCameLate, paymentDropped, paymentWanted } from '@sportello/contracts/practices/events';
import { dueDropped, dueWanted } from '@sportello/contracts/school/documents';
import { On } from '@sportello/messaging/events';
import { type EntityManager, In } from 'typeorm';
import { noteRefund } from '../settlement/anomalies.js';
import { keepStep, system } from './history.js';
import { Instalment } from './instalment.entity.js';
import { wantPosition } from './opening.js';
import { Openings } from './openings.js';
import { Position, stateOf } from './position.entity.js';

/** What practices and schools want to be paid, and no longer want. Each fact may come twice, late, and before the one that it follows. */
@Injectable()
export class WantedPositions {
  constructor(private readonly openings: Openings) {}

  @On(paymentWanted, { from: 'beginning' })
  async want(fact: Payload<typeof paymentWanted>, tx: EntityManager): Promise<void> {
    const { positionId: id, organizationId, applicantId: personId, practiceId, procedureId, reason, amountCents, at } = fact;
    const options = [{ kind: 'single' as const, instalments: [{ amountCents, dueOn: null, isBinding: false }] }];
    const isNew = await wantPosition(tx, { id, organizationId, personId, practiceId, procedureId, reason, openedAt: at, options });
    if (isNew) this.openings.afterCommit(tx, { id });
  }

  /** What the school of a body wants to be paid: whoever has the debtor's fiscal code is told. */
  @On(dueWanted, { from: 'beginning' })
  async wantForSchool(fact: Payload<typeof dueWanted>, tx: EntityManager): Promise<void> {
    const { positionId: id, organizationId, personId, debtor, beneficiaryName, reason, amountCents, dueOn, at } = fact;
    const isNew = await wantPosition(tx, {
      ...{ id, organizationId, personId, practiceId: null, procedureId: null, reason, openedAt: at },
      ...{
        beneficiaryName: beneficiaryName.slice(0, 70),
        debtor: { kind: 'F', mail: null, ...debtor, fullName: debtor.fullName.slice(0, 70) },
      },
      options: [{ kind: 'single', instalments: [{ amountCents, dueOn, isBinding: false }] }],
    });
    if (isNew) this.openings.afterCommit(tx, { id });
  }

  /** A document that was paid here is noted as paid by the body, in its own system: that is the same money, and not to be given back. */
  @On(dueDropped, { from: 'beginning' })
  dropForSchool({ positionId, organizationId, why, at }: Payload<typeof dueDropped>, tx: EntityManager): Promise<void> {
    const known = { id: positionId, organizationId, personId: null, practiceId: null, procedureId: null };
    return this.end(tx, known, { why, at, isRefunded: why !== 'elsewhere' });
  }

  @On(paymentDropped, { from: 'beginning' })
  drop({ positionId: id, why, at, ...fact }: Payload<typeof paymentDropped>, tx: EntityManager): Promise<void> {
    const { organizationId, applicantId: personId, practiceId, procedureId } = fact;
    return this.end(tx, { id, organizationId, personId, practiceId, procedureId }, { why, at, isRefunded: true });
  }

  /** What was paid all the same is to be given back, unless it is said. */
  private async end(
    tx: EntityManager,
    known: Pick<Position, 'id' | 'organizationId' | 'personId' | 'practiceId' | 'procedureId'>,
    { why, at, isRefunded }: { why: Why; at: Date; isRefunded: boolean },
  ): Promise<void> {
    const { id } = known;
    const stub = { ...known, reason: '', openedAt: at, version: 1 };
    const empty = { debtor: null, beneficiaryName: null, category: null, droppedWhy: null, nextTryAt: null, settledAt: null };
    await tx
      .createQueryBuilder()
      .insert()
      .into(Position)
      .values({ ...stub, ...empty })
      .orIgnore()
      .execute();
    const position = await tx.findOneOrFail(Position, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (position.droppedWhy) return;
    const all = await tx.findBy(Instalment, { positionId: id });
    const from = stateOf(position, all, at);
    const instalments = all.filter(({ state }) => ['draft', 'creation_failed', 'open', 'paid', 'reported'].includes(state));
    for (const instalment of instalments) {
      const isPaid = instalment.state === 'paid' || instalment.state === 'reported';
      if (!isPaid) Object.assign(instalment, endings[why](instalment, at));
      else if (isRefunded) await noteRefund(tx, 'no_longer_due', { instalment, at });
    }
    // What is paid is marked as reported by flows, which wait for nobody.
    await tx.save(instalments.filter(({ state }) => state !== 'paid' && state !== 'reported'));
    const settledAt = position.settledAt ?? (why === 'elsewhere' ? at : null);
    await tx.save(Object.assign(position, { droppedWhy: why, nextTryAt: null, settledAt, version: position.version + 1 }));
    if (position.reason) await keepStep(tx, position, { move: why, from, to: stateOf(position, all, at) }, system, at);
  }

  @On(paymentCameLate, { from: 'beginning' })
  async refund({ positionId, at }: Payload<typeof paymentCameLate>, tx: EntityManager): Promise<void> {
    const paid = await tx.findBy(Instalment, { positionId, state: In(['paid', 'reported']) });
    for (const instalment of paid) await noteRefund(tx, 'came_too_late', { instalment, at });
  }
}

type Why = Payload<typeof paymentDropped>['why'];

const cancelled = (): Partial<Instalment> => ({ state: 'cancelled' });
const endings: Record<Why, (instalment: Instalment, at: Date) => Partial<Instalment>> = {
  elsewhere: ({ amountCents }, at) => ({ state: 'paid_elsewhere', paidCents: amountCents, settledAt: at }),
  exempt: cancelled,
  cancelled,
};
