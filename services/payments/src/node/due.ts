import { addDays, romeDate } from '@sportello/italy/rome-time';
import type { EntityManager } from 'typeorm';
import { Instalment, type Payability, Transfer } from '../positions/instalment.entity.js';
import { Position } from '../positions/position.entity.js';
import { type FaultCode, Refusal } from './faults.js';

/** What stands under a notice number, read in one go. */
export interface Due {
  instalment: Instalment;
  position: Position;
  transfers: Transfer[];
}

const faultOf: Record<Exclude<Payability, 'payable'>, FaultCode> = {
  unknown: 'PAA_PAGAMENTO_SCONOSCIUTO',
  expired: 'PAA_PAGAMENTO_SCADUTO',
  cancelled: 'PAA_PAGAMENTO_ANNULLATO',
  paid: 'PAA_PAGAMENTO_DUPLICATO',
};

/**
 * Loads what can be paid under a notice number, without a lock: who looks, or begins to pay, changes nothing. Check digits are not looked at: the
 * Node asks for a number of zeros to see whether anybody answers.
 *
 * @throws Refusal
 */
export async function accessDue(tx: EntityManager, creditorFiscalCode: string, noticeNumber: string, now: Date): Promise<Due> {
  const found = await tx
    .createQueryBuilder(Instalment, 'instalment')
    .innerJoinAndMapOne('instalment.position', Position, 'position', 'position.id = instalment.positionId')
    .leftJoinAndMapMany('instalment.transfers', Transfer, 'transfer', 'transfer.instalmentId = instalment.id')
    .where({ creditorFiscalCode, noticeNumber })
    .getOne();
  if (!found) throw new Refusal('PAA_PAGAMENTO_SCONOSCIUTO');
  const { position, transfers, ...row } = found as Instalment & Omit<Due, 'instalment'>;
  const instalment = Object.assign(new Instalment(), row);
  const payability = instalment.payabilityAt(now);
  if (payability !== 'payable') throw new Refusal(faultOf[payability]);
  return { instalment, position, transfers };
}

/** The schema wants a day although none binds: what has none is due within a month. */
export const dueDateOf = ({ dueOn }: Instalment, now: Date): string => dueOn ?? addDays(romeDate(now), 30);
