import { Passage } from '@sportello/casework/passage.entity';
import { newId } from '@sportello/contracts/id';
import type { EntityManager } from 'typeorm';
import { keepStep, stepOf, system } from './history.js';
import { Instalment, type Surcharge, Transfer } from './instalment.entity.js';
import { PaymentOption, Position, stateOf } from './position.entity.js';
import { keepWords } from './words.js';

/** A share of an instalment as it was wanted; its reason is written once its number is there. */
export type WantedShare = Pick<Transfer, 'amountCents' | 'fiscalCode' | 'companyName' | 'iban' | 'category'>;

interface WantedInstalment extends Pick<Instalment, 'amountCents' | 'dueOn' | 'isBinding'> {
  /** Whose it is; without them all of it is the body's. */
  shares?: readonly WantedShare[] | undefined;
  surcharges?: Surcharge[] | undefined;
}

export interface WantedOption extends Pick<PaymentOption, 'kind'> {
  instalments: readonly WantedInstalment[];
}

/** What is wanted to be paid: whose debt it is may be told later, by another service. */
export interface Wanted
  extends Pick<Position, 'id' | 'organizationId' | 'personId' | 'practiceId' | 'procedureId' | 'reason' | 'openedAt'>,
    Partial<Pick<Position, 'debtor' | 'beneficiaryName' | 'category'>> {
  options: readonly WantedOption[];
}

const rowOf = ({ options: _, ...wanted }: Wanted) => ({
  debtor: null,
  beneficiaryName: null,
  category: null,
  ...wanted,
  droppedWhy: null,
  nextTryAt: wanted.openedAt,
  settledAt: null,
  version: 1,
});

/**
 * Notes a debt, whose notice is created by the job. Under an id that is known nothing is noted twice; one that was dropped before it was wanted
 * stays dropped, and gets no notice.
 */
export async function wantPosition(tx: EntityManager, wanted: Wanted): Promise<boolean> {
  const { id, reason, openedAt } = wanted;
  const { raw: made } = await tx.createQueryBuilder().insert().into(Position).values(rowOf(wanted)).orIgnore().returning('id').execute();
  if ((made as unknown[]).length === 0) {
    await wantDropped(tx, id, { reason, openedAt });
    return false;
  }
  await addParts(tx, [wanted]);
  return true;
}

/** What was dropped before it was wanted is found by staff from now on, with both in its history. */
async function wantDropped(tx: EntityManager, id: string, wanted: Pick<Wanted, 'reason' | 'openedAt'>): Promise<void> {
  const position = await tx.findOne(Position, { where: { id, reason: '' }, lock: { mode: 'pessimistic_write' } });
  if (!position?.droppedWhy) return;
  const { droppedWhy, openedAt: droppedAt } = position;
  await tx.save(Object.assign(position, wanted));
  await keepWords(tx, position, []);
  await keepStep(tx, position, { move: 'want', from: null, to: 'creating' }, system, wanted.openedAt);
  await keepStep(tx, position, { move: droppedWhy, from: 'creating', to: stateOf(position, [], droppedAt) }, system, droppedAt);
}

/** Rows that one statement writes: PostgreSQL takes 65,535 parameters. */
const CHUNK = 500;

/** Notes many debts under ids that nobody has. */
export async function wantPositions(tx: EntityManager, wanted: readonly Wanted[]): Promise<void> {
  for (let at = 0; at < wanted.length; at += CHUNK) {
    const some = wanted.slice(at, at + CHUNK);
    await tx.insert(Position, some.map(rowOf));
    await addParts(tx, some);
  }
}

async function addParts(tx: EntityManager, positions: readonly Wanted[]): Promise<void> {
  const options: PaymentOption[] = [];
  const instalments: Partial<Instalment>[] = [];
  const transfers: Transfer[] = [];
  for (const { id: positionId, organizationId, options: ways } of positions)
    for (const [place, { kind, instalments: items }] of ways.entries()) {
      const optionId = newId();
      options.push({ id: optionId, organizationId, positionId, kind, place: place + 1 });
      for (const [at, { amountCents, dueOn, isBinding, shares = [], surcharges = [] }] of items.entries()) {
        const instalmentId = newId();
        instalments.push({
          ...{
            id: instalmentId,
            organizationId,
            positionId,
            optionId,
            number: at + 1,
            state: 'draft',
            amountCents,
            surcharges,
            dueOn,
            isBinding,
          },
          ...{
            creditorFiscalCode: null,
            noticeNumber: null,
            startedAt: null,
            paidCents: null,
            settledAt: null,
            remindOn: null,
            replacedById: null,
          },
        });
        for (const [share, transfer] of shares.entries())
          transfers.push({ ...transfer, instalmentId, place: share + 1, organizationId, postalIban: null, reason: '' });
      }
    }
  await tx.insert(PaymentOption, options);
  for (let at = 0; at < instalments.length; at += CHUNK) await tx.insert(Instalment, instalments.slice(at, at + CHUNK));
  for (let at = 0; at < transfers.length; at += CHUNK) await tx.insert(Transfer, transfers.slice(at, at + CHUNK));
  await tx.insert(
    Passage,
    positions.map((wanted) => stepOf(wanted, { move: 'want', from: null, to: 'creating' }, system, wanted.openedAt)),
  );
}
