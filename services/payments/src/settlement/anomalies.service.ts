import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  anomalyNotFound,
  anomalyResolved,
  getRefusedReceipt,
  listAnomalies,
  listRefusedReceipts,
  refusedReceiptNotFound,
  resolveAnomaly,
} from '@sportello/contracts/payments/anomalies';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { RefusedReceipt } from '../node/refused-receipt.entity.js';
import { Position } from '../positions/position.entity.js';
import { anomaliesShown } from './anomalies.js';
import { Anomaly } from './anomaly.entity.js';

const newestFirst = descending<Anomaly>([byInstant('anomaly.at', ({ at }) => at)], 'anomaly.id');
const lastComeFirst = descending<RefusedReceipt>([byInstant('refused.arrivedAt', ({ arrivedAt }) => arrivedAt)], 'refused.id');

/** What about payments needs somebody to look at it, and what was done about it. */
@Controller()
export class AnomaliesService {
  constructor(private readonly db: DataSource) {}

  @Handles(listAnomalies)
  async list({ show, isRefund, kind, ...asked }: Input<typeof listAnomalies>, actor: Actor): Promise<Output<typeof listAnomalies>> {
    const { manager } = this.db;
    const query = manager.createQueryBuilder(Anomaly, 'anomaly').where({ organizationId: bodyOf(actor) });
    if (show === 'open') query.andWhere('anomaly.resolvedAt is null');
    if (show === 'resolved') query.andWhere('anomaly.resolvedAt is not null');
    if (isRefund) query.andWhere('anomaly.refundCents is not null');
    if (kind) query.andWhere('anomaly.kind = :kind', { kind });
    const { items, next } = await newestFirst.pageOf(query, asked);
    const shown = await anomaliesShown(manager, items);
    const debtors = await debtorsOf(manager, items);
    return { items: shown.map((anomaly) => ({ ...anomaly, debtorName: debtors.get(anomaly.positionId ?? '') ?? null })), next };
  }

  /** The same note again is answered as the first time. */
  @Handles(resolveAnomaly)
  resolve({ id, note }: Input<typeof resolveAnomaly>, actor: Actor): Promise<Output<typeof resolveAnomaly>> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const where = { id, organizationId: officer.organizationId };
      const anomaly = await tx.findOne(Anomaly, { where, lock: { mode: 'pessimistic_write' } });
      if (!anomaly) throw new Problem(anomalyNotFound);
      if (anomaly.resolvedAt === null) await tx.save(Object.assign(anomaly, { resolvedAt: new Date(), resolvedBy: officer.id, note }));
      else if (anomaly.note !== note || anomaly.resolvedBy !== officer.id) throw new Problem(anomalyResolved);
      const [shown] = await anomaliesShown(tx, [anomaly]);
      if (!shown) throw new Problem(anomalyNotFound);
      return shown;
    });
  }

  @Handles(listRefusedReceipts)
  listRefused(asked: Input<typeof listRefusedReceipts>, actor: Actor): Promise<Output<typeof listRefusedReceipts>> {
    const query = this.db.manager.createQueryBuilder(RefusedReceipt, 'refused').where({ organizationId: bodyOf(actor) });
    return lastComeFirst.pageOf(query, asked);
  }

  @Handles(getRefusedReceipt)
  async getRefused({ id }: Input<typeof getRefusedReceipt>, actor: Actor): Promise<Output<typeof getRefusedReceipt>> {
    const found = await this.db.manager
      .createQueryBuilder(RefusedReceipt, 'refused')
      .addSelect('refused.raw')
      .where({ id, organizationId: bodyOf(actor) })
      .getOne();
    if (!found) throw new Problem(refusedReceiptNotFound);
    return { ...found, message: found.raw.toString('base64') };
  }
}

async function debtorsOf(tx: EntityManager, anomalies: readonly Anomaly[]): Promise<Map<string, string>> {
  const ids = anomalies.flatMap(({ positionId }) => positionId ?? []);
  const positions = await tx.findBy(Position, { id: In(ids) });
  return new Map(positions.flatMap(({ id, debtor }) => (debtor ? [[id, debtor.fullName] as const] : [])));
}
