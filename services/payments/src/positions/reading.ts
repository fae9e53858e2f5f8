import type { Output } from '@sportello/contracts/contract';
import type { getPosition, listOwnPositions } from '@sportello/contracts/payments/positions';
import { type EntityManager, In } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { Instalment, isOwed } from './instalment.entity.js';
import { PaymentOption, type Position, stateOf } from './position.entity.js';

type Row = Output<typeof listOwnPositions>['items'][number];

/** Positions as lists show them. */
export async function rowsOf(tx: EntityManager, positions: readonly Position[], now: Date): Promise<Row[]> {
  const [instalments, creditors] = await Promise.all([
    tx.find(Instalment, { where: { positionId: In(positions.map(({ id }) => id)) }, order: { number: 'ASC', id: 'ASC' } }),
    tx.findBy(Creditor, { organizationId: In(positions.map(({ organizationId }) => organizationId)) }),
  ]);
  const names = new Map(creditors.map(({ organizationId, name }) => [organizationId, name]));
  return positions.map((position) => {
    const own = instalments.filter(({ positionId }) => positionId === position.id);
    return rowOf(position, own, names.get(position.organizationId) ?? null, now);
  });
}

function rowOf(position: Position, instalments: readonly Instalment[], creditorName: string | null, now: Date): Row {
  const state = stateOf(position, instalments, now);
  const paidCents = instalments.reduce((sum, instalment) => sum + (instalment.paidCents ?? 0), 0);
  const chosen = chosenOf(instalments, now);
  const due = chosen.filter(isOwed);
  const [dueOn = null] = due.flatMap((instalment) => instalment.dueOn ?? []).toSorted();
  const [only, ...others] = due;
  const isPayable = only !== undefined && others.length === 0 && only.payabilityAt(now) === 'payable';
  const { creditorFiscalCode: fiscalCode = null, noticeNumber = null } = isPayable ? only : {};
  const notice = fiscalCode && noticeNumber ? { fiscalCode, noticeNumber } : null;
  const noticeNumbers = instalments.flatMap((instalment) => instalment.noticeNumber ?? []);
  return { ...position, creditorName, state, amountCents: dueCents(instalments, now), paidCents, dueOn, notice, noticeNumbers };
}

/** What is to be paid in all, by the way that counts. */
export const dueCents = (instalments: readonly Instalment[], now: Date): number =>
  chosenOf(instalments, now)
    .filter(isOwed)
    .reduce((sum, instalment) => sum + instalment.amountAt(now), 0);

/** Of ways to pay that exclude each other one counts: that which was begun, else the first. */
export function chosenOf(instalments: readonly Instalment[], now: Date): Instalment[] {
  const live = instalments.filter((instalment) => !['excluded', 'cancelled'].includes(instalment.stateAt(now)));
  const begun = live.find(({ paidCents }) => paidCents !== null) ?? live.toSorted((one, other) => one.number - other.number)[0];
  return live.filter(({ optionId }) => optionId === begun?.optionId);
}

/** One position with all its ways to pay. */
export async function readPosition(tx: EntityManager, position: Position, now: Date): Promise<Output<typeof getPosition>> {
  const { id: positionId, organizationId } = position;
  const options = await tx.find(PaymentOption, { where: { positionId }, order: { place: 'ASC' } });
  const instalments = await tx.find(Instalment, { where: { positionId }, order: { number: 'ASC', id: 'ASC' } });
  const receipts = await tx.find(Receipt, { select: { instalmentId: true }, where: { instalmentId: In(instalments.map(({ id }) => id)) } });
  const receipted = new Set(receipts.map(({ instalmentId }) => instalmentId));
  const creditor = await tx.findOneBy(Creditor, { organizationId });
  const shown = (instalment: Instalment) => ({
    ...instalment,
    amountCents: instalment.amountAt(now),
    state: instalment.stateAt(now),
    isPayable: instalment.payabilityAt(now) === 'payable',
    isUnderWay: instalment.isUnderWayAt(now),
    hasReceipt: receipted.has(instalment.id),
  });
  return {
    ...rowOf(position, instalments, creditor?.name ?? null, now),
    creditorFiscalCode: creditor?.fiscalCode ?? null,
    debtorName: position.debtor?.fullName ?? null,
    options: options.map(({ id, kind }) => ({
      id,
      kind,
      instalments: instalments.filter(({ optionId }) => optionId === id).map(shown),
    })),
  };
}
