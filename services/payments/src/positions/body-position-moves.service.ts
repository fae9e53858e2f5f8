import { Controller } from '@nestjs/common';
import type { Input, Output, Payload } from '@sportello/contracts/contract';
import {
  cancelPosition,
  collectPosition,
  moveNotAllowed,
  registerPayment,
  renewNotice,
  type StaffMove,
} from '@sportello/contracts/payments/body-positions';
import { positionEnded } from '@sportello/contracts/payments/positions';
import { invalidInput } from '@sportello/contracts/problems';
import { officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { announceEnd, announceRenewal } from '../settlement/announcements.js';
import { accessPosition } from './access.js';
import { keepStep } from './history.js';
import { Instalment, isOwed, Transfer } from './instalment.entity.js';
import { isRenewable, movesOf } from './moves.js';
import { Openings } from './openings.js';
import { type Position, stateOf } from './position.entity.js';

interface Moved {
  id: string;
  version: number;
  reason: string;
}

/** What staff does with what is owed: each change is told to who owes it, and leaves a passage with its reason. */
@Controller()
export class BodyPositionMoves {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
  ) {}

  @Handles(cancelPosition)
  cancel(asked: Input<typeof cancelPosition>, actor: Actor): Promise<Output<typeof cancelPosition>> {
    return this.end('cancel', asked, actor, (position, instalments) => {
      for (const instalment of instalments) instalment.state = 'cancelled';
      Object.assign(position, { droppedWhy: 'cancelled', nextTryAt: null });
    });
  }

  @Handles(collectPosition)
  collect(asked: Input<typeof collectPosition>, actor: Actor): Promise<Output<typeof collectPosition>> {
    return this.end('collect', asked, actor, (_position, instalments) => {
      for (const instalment of instalments) if (instalment.state === 'open') instalment.state = 'to_collection';
    });
  }

  /** Of ways to pay that exclude each other one is paid, and the others are given up. */
  @Handles(registerPayment)
  register(asked: Input<typeof registerPayment>, actor: Actor): Promise<Output<typeof registerPayment>> {
    return this.end('elsewhere', asked, actor, (position, instalments, now) => {
      const [first] = instalments;
      for (const instalment of instalments)
        if (instalment.optionId !== first?.optionId) instalment.state = 'excluded';
        else Object.assign(instalment, { state: 'paid_elsewhere', paidCents: instalment.amountAt(now), settledAt: now });
      Object.assign(position, { droppedWhy: 'elsewhere', nextTryAt: null, settledAt: now });
    });
  }

  /** The old one can no longer be paid; what is paid on it all the same pays the debt in the place of the new one. */
  @Handles(renewNotice)
  renew(asked: Input<typeof renewNotice>, actor: Actor): Promise<Output<typeof renewNotice>> {
    const { id, instalmentId, replacementId, version, reason, dueOn, isBinding } = asked;
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { position, all, mover } = await this.load(tx, id, actor);
      const old = all.find((instalment) => instalment.id === instalmentId);
      if (old?.replacedById === replacementId) return { id, state: stateOf(position, all, now) };
      checkVersion(version, position.version);
      if (!old || !isRenewable(position, old, now) || all.some((instalment) => instalment.id === replacementId))
        throw new Problem(moveNotAllowed);
      if (dueOn !== null && dueOn < romeDate(now))
        throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/dueOn', detail: dayIsPast }] });
      if (dueOn === null && isBinding)
        throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/dueOn', detail: dayIsMissing }] });
      const from = stateOf(position, all, now);
      const replacement = tx.create(Instalment, {
        ...old,
        ...{
          id: replacementId,
          state: 'draft',
          dueOn,
          isBinding,
          creditorFiscalCode: null,
          noticeNumber: null,
          startedAt: null,
          remindOn: null,
        },
      });
      Object.assign(old, { state: 'cancelled', replacedById: replacementId });
      await tx.insert(Instalment, replacement);
      await tx.save(old);
      await renewTransfers(tx, position, instalmentId, replacementId);
      await tx.save(Object.assign(position, { nextTryAt: now, version: position.version + 1 }));
      const to = stateOf(position, [...all, replacement], now);
      await keepStep(tx, position, { move: 'renew', from, to, reason }, mover, now);
      await announceRenewal(tx, position, replacementId, now);
      this.openings.afterCommit(tx, { id });
      return { id, state: to };
    });
  }

  /** Said again, after it was done, it is answered as the first time. */
  private end(
    move: StaffMove,
    { id, version, reason }: Moved,
    actor: Actor,
    apply: (position: Position, owed: Instalment[], now: Date) => void,
  ): Promise<Output<typeof cancelPosition>> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { position, all, mover } = await this.load(tx, id, actor);
      const from = stateOf(position, all, now);
      if (position.version === version + 1 && from === ends[move]) return { id, state: from };
      checkVersion(version, position.version);
      if (!movesOf(position, all, now).includes(move)) throw new Problem(moveNotAllowed);
      const owed = all.filter(isOwed);
      apply(position, owed, now);
      // What is settled is marked as reported by flows, which wait for nobody.
      await tx.save(owed);
      await tx.save(Object.assign(position, { version: position.version + 1 }));
      const to = stateOf(position, all, now);
      await keepStep(tx, position, { move, from, to, reason }, mover, now);
      await announceEnd(tx, position, move, now);
      const paidCents = all.reduce((sum, instalment) => sum + (instalment.paidCents ?? 0), 0);
      await publish(tx, positionEnded, { positionId: id, version: position.version, at: now, why: told[move], paidCents });
      return { id, state: to };
    });
  }

  private async load(tx: EntityManager, id: string, actor: Actor) {
    const position = await accessPosition(tx, id, actor, 'change');
    const officer = await officerOf(tx, actor, 'procedure');
    const all = await tx.find(Instalment, { where: { positionId: id }, order: { number: 'ASC', id: 'ASC' } });
    return { position, all, mover: { side: 'officer' as const, id: officer.id, name: officer.name } };
  }
}

/** The body's own share goes where it is paid today; what goes to others was told with them. */
async function renewTransfers(tx: EntityManager, position: Position, from: string, to: string): Promise<void> {
  const { organizationId } = position;
  const creditor = await tx.findOneBy(Creditor, { organizationId });
  const own = creditor && { iban: creditor.iban, category: position.category ?? creditor.category };
  const transfers = await tx.findBy(Transfer, { instalmentId: from });
  await tx.insert(
    Transfer,
    transfers.map((transfer) => ({ ...transfer, ...(transfer.fiscalCode === creditor?.fiscalCode && own), instalmentId: to })),
  );
}

const ends: Record<StaffMove, string> = { cancel: 'cancelled', collect: 'to_collection', elsewhere: 'paid' };

const told: Record<StaffMove, Payload<typeof positionEnded>['why']> = {
  cancel: 'cancelled',
  collect: 'collection',
  elsewhere: 'elsewhere',
};

const dayIsPast = { it: 'La scadenza è già passata', en: 'The due date has passed already' };
const dayIsMissing = { it: 'Una scadenza vincolante ha bisogno di un giorno', en: 'A due date that binds needs a day' };
