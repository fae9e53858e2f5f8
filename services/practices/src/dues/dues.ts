import { Injectable } from '@nestjs/common';
import { Attachment } from '@sportello/casework/attachment.entity';
import { ofSubject } from '@sportello/casework/attachments';
import type { Mover } from '@sportello/casework/subject';
import type { Input } from '@sportello/contracts/contract';
import { paymentDropped, paymentWanted, practiceApproved, practicePaid } from '@sportello/contracts/practices/events';
import type { decidePractice } from '@sportello/contracts/practices/queue';
import { duesNotAsked, stampMissing } from '@sportello/contracts/practices/stamps';
import { idReused } from '@sportello/contracts/problems';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, In } from 'typeorm';
import { announce } from '../practices/announcements.js';
import { factOf, publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { type Practice, subjectOf } from '../practices/practice.entity.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { Handover } from '../protocol/handover.js';
import { Payment } from './payment.entity.js';
import { Stamp } from './stamp.entity.js';

export type Asked = Pick<Input<typeof decidePractice>, 'stamps' | 'payment'>;

/** What a practice waits for: revenue stamps and payments, and what follows when all of it is there (states of payment). */
@Injectable()
export class Dues {
  constructor(private readonly handover: Handover) {}

  /** @throws Problem `duesNotAsked` where the service does not foresee what is asked for */
  checkAsked({ stamps, payment }: Asked, { settings }: Procedure): void {
    const isForeseen = (stamps.length === 0 || settings.stamps === 'release') && (!payment || settings.payment === 'release');
    if (!isForeseen) throw new Problem(duesNotAsked);
  }

  /** Asks for stamps and a payment before an outcome is released. The same ids again are another's: whoever asks chose them anew. */
  async ask(tx: EntityManager, practice: Practice, { stamps, payment }: Asked, now: Date): Promise<void> {
    const { id: practiceId, organizationId } = practice;
    const common = { organizationId, practiceId, phase: 'release', askedAt: now } as const;
    const ids = [...stamps.map(({ id }) => id), ...(payment ? [payment.id] : [])];
    const isKnown = (await tx.existsBy(Stamp, { id: In(ids) })) || (await tx.existsBy(Payment, { id: In(ids) }));
    if (isKnown || new Set(ids).size < ids.length) throw new Problem(idReused);
    await tx.insert(
      Stamp,
      stamps.map((asked) => ({ ...asked, ...common, status: 'requested' as const })),
    );
    if (payment) await this.want(tx, practice, { ...payment, ...common, status: 'wanted', payBy: null });
  }

  /** Asks for a payment, and tells the payments service. */
  async want(tx: EntityManager, practice: Practice, wanted: Omit<Payment, 'isSettled' | 'settledAt' | 'positionVersion'>): Promise<void> {
    await tx.insert(Payment, { ...wanted, settledAt: null });
    const { id: positionId, phase, reason, amountCents, payBy, askedAt } = wanted;
    await publish(tx, paymentWanted, { ...factOf(practice, askedAt), positionId, phase, reason, amountCents, payBy });
  }

  /**
   * Goes on when nothing is waited for any more: an outcome is released with its documents. Both steps stand in the caller's transaction.
   * @returns whether it went on
   */
  async settle(tx: EntityManager, practice: Practice, procedure: Procedure, now: Date, by: Settling = {}): Promise<boolean> {
    if (!(await this.isSettled(tx, practice))) return false;
    const { move = 'settle', mover = { side: 'system' }, reason = null } = by;
    await keepMove(tx, practice, procedure, practice.move(move, practice.version, procedure, mover, now, reason));
    await publishFact(tx, practicePaid, practice, now);
    if (practice.phase === 'release') await this.release(tx, practice, procedure, now);
    return true;
  }

  private async release(tx: EntityManager, practice: Practice, procedure: Procedure, now: Date): Promise<void> {
    await keepMove(tx, practice, procedure, practice.conclude(procedure, now));
    await this.consume(tx, practice);
    await this.handover.file(tx, practice, procedure, 'outcome', practice.outcomeSource);
    await publishFact(tx, practiceApproved, practice, now);
    await announce(tx, 'approved', { practice, procedure, at: now });
  }

  async isSettled(tx: EntityManager, { id: practiceId, phase }: Practice): Promise<boolean> {
    if (phase === null) return false;
    const dues = [...(await tx.findBy(Stamp, { practiceId, phase })), ...(await tx.findBy(Payment, { practiceId, phase }))];
    return dues.every(({ isSettled }) => isSettled);
  }

  /** @throws Problem `stampMissing` where a stamp goes with the request and none was declared, or it was rejected */
  async checkStamped(tx: EntityManager, { id: practiceId }: Practice, { settings }: Procedure): Promise<void> {
    const stamps = await tx.findBy(Stamp, { practiceId, phase: 'request' });
    if ((settings.stamps === 'request' && stamps.length === 0) || stamps.some(({ isSettled }) => !isSettled))
      throw new Problem(stampMissing);
  }

  /**
   * The practice has ended: its stamps are used up, each bound to its document. That of the request by the hash of what was sent, those of
   * the release by the hash of the document that was released, or of the request where no document goes with the outcome.
   */
  async consume(tx: EntityManager, practice: Practice): Promise<void> {
    const stamps = await tx.findBy(Stamp, { practiceId: practice.id, status: In(['declared', 'verified']) });
    if (stamps.length === 0) return;
    const where = { ...ofSubject(subjectOf(practice)), purpose: 'outcome', state: 'stored' as const };
    const [document] = (await tx.find(Attachment, { where, order: { addedAt: 'ASC', id: 'ASC' } })).filter(({ sentAt }) => sentAt);
    for (const stamp of stamps) {
      const released = stamp.phase === 'release' ? document?.sha256 : undefined;
      Object.assign(stamp, { status: 'consumed', documentSha256: released ?? practice.contentSha256 });
    }
    await tx.save(stamps);
  }

  /** A request that is thrown away leaves its stamp free. */
  async forget(tx: EntityManager, { id: practiceId }: Practice): Promise<void> {
    await tx.delete(Stamp, { practiceId });
  }

  /**
   * The practice comes to nothing: stamps of the phase in which it waits are free again, open notices are withdrawn, and what was paid is to
   * be given back, which is the payments service's to say.
   */
  async drop(tx: EntityManager, practice: Practice, now: Date): Promise<void> {
    const { id: practiceId, phase } = practice;
    if (phase !== null) await tx.delete(Stamp, { practiceId, phase });
    const payments = await tx.find(Payment, { where: { practiceId }, lock: { mode: 'pessimistic_write' } });
    for (const payment of payments.filter(({ status }) => ['wanted', 'started', 'completed'].includes(status))) {
      if (!payment.isSettled) await tx.save(Object.assign(payment, { status: 'dropped' }));
      await publish(tx, paymentDropped, { ...factOf(practice, now), positionId: payment.id, why: 'cancelled' });
    }
  }
}

/** By which move it goes on, whose, and why. */
export interface Settling {
  move?: 'settle' | 'register-payment';
  mover?: Mover;
  reason?: string | null;
}
