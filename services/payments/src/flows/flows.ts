import { Injectable } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { longWork } from '@sportello/messaging/long-work';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { payByFlow } from '../settlement/settle.js';
import { Fdr } from './fdr.js';
import { Flow, FlowRow } from './flow.entity.js';
import { keepBecame, keepRows, lockPositionsOf, matchFlow, paidWithoutReceipt } from './matching.js';

/** What could not be read is asked for again after this long, in milliseconds. */
const RETRY_MS = 1_800_000;
/** How long a flow of a hundred thousand payments may take to be matched, in milliseconds. */
const LONG_MS = 300_000;

/** That a flow is being fetched: by whoever has set when it is tried again, until somebody else has begun it anew. */
interface Claim {
  id: string;
  nextTryAt: Date;
}

/** Fetches the payments of flows, matches each flow once all of it is here, and then pays what it tells without a receipt. */
@Injectable()
export class Flows extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly fdr: Fdr,
  ) {
    super('flows', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    if (!this.fdr.isThere) return Promise.resolve([]);
    return this.db.query('select id from flows where next_try_at <= $1 order by next_try_at, revision limit $2', [now, limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    const { manager } = this.db;
    const flow = await manager.findOneBy(Flow, { id });
    if (!flow?.nextTryAt || flow.nextTryAt > now) return;
    const creditor = await manager.findOneBy(Creditor, { organizationId: flow.organizationId });
    if (!creditor) return;
    // Whatever breaks it off, it is tried again then, and not by every sweep until then; of two processes one fetches it.
    const claim = { id, nextTryAt: new Date(now.getTime() + RETRY_MS) };
    const begun = await manager.update(Flow, { id, nextTryAt: flow.nextTryAt }, { nextTryAt: claim.nextTryAt });
    if (begun.affected !== 1) return;
    if (flow.state === 'listed') await this.take(claim, flow, creditor.fiscalCode, now);
    while (await this.payTold(claim, now));
  }

  private async take(claim: Claim, flow: Flow, fiscalCode: string, now: Date): Promise<void> {
    const { id } = claim;
    const header = await this.fdr.header(fiscalCode, flow);
    // What was kept before it broke off is fetched anew.
    if (!(await this.whileClaimed(claim, (tx) => tx.delete(FlowRow, { flowId: id })))) return;
    for await (const page of this.fdr.payments(fiscalCode, flow))
      if (!(await this.whileClaimed(claim, (tx) => keepRows(tx, id, fiscalCode, page)))) return;
    const { regulation = null, regulationDate: regulationOn = null, totPayments: total, sumPayments: sumCents } = header;
    await this.db.transaction(async (tx) => {
      await longWork(tx, LONG_MS);
      await takeFlow(tx, claim, fiscalCode, { regulation, regulationOn, total, sumCents }, now);
    });
  }

  /** Pays some of what a flow tells without a receipt. @returns whether there may be more */
  private payTold({ id, nextTryAt }: Claim, now: Date): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const told = await paidWithoutReceipt(tx, id);
      const mine = { id, nextTryAt, state: 'taken' as const };
      if (told.length === 0) await tx.update(Flow, mine, { nextTryAt: null });
      // Whoever replaces it, or goes on with it, waits for these positions, or was here before.
      if (told.length === 0 || !(await tx.existsBy(Flow, mine))) return false;
      for (const payment of told) await keepBecame(tx, id, payment, await payByFlow(tx, payment, now));
      return true;
    });
  }

  /** @returns whether it was done: what took so long that another process began anew is that one's */
  private whileClaimed(claim: Claim, work: (tx: EntityManager) => Promise<unknown>): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const where = { ...claim, state: 'listed' as const };
      const isMine = (await tx.findOne(Flow, { where, lock: { mode: 'pessimistic_read' } })) !== null;
      if (isMine) await work(tx);
      return isMine;
    });
  }
}

/**
 * Takes a flow whose rows are there: what it tells without a receipt is to be paid afterwards. An earlier revision than the one in force is kept to
 * be read, and changes nothing; of one that is replaced nothing more is paid.
 */
export async function takeFlow(
  tx: EntityManager,
  { id, nextTryAt }: Claim,
  fiscalCode: string,
  told: Pick<Flow, 'regulation' | 'regulationOn' | 'total' | 'sumCents'>,
  now: Date,
): Promise<void> {
  const listed = await tx.findOneByOrFail(Flow, { id });
  const { organizationId, pspId, name } = listed;
  await lockPositionsOf(tx, listed, fiscalCode);
  // Its revisions are taken one after the other.
  const where = { organizationId, pspId, name };
  const revisions = await tx.find(Flow, { where, order: { revision: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  const flow = revisions.find((revision) => revision.id === id);
  if (flow?.state !== 'listed' || flow.nextTryAt?.getTime() !== nextTryAt.getTime()) return;
  const inForce = revisions.find(({ state }) => state === 'taken');
  const isLate = inForce !== undefined && inForce.revision > flow.revision;
  Object.assign(flow, { ...told, state: isLate ? 'replaced' : 'taken', takenAt: now, ...(isLate && { nextTryAt: null }) });
  if (inForce && !isLate) await tx.save(Object.assign(inForce, { state: 'replaced', nextTryAt: null }));
  await tx.save(flow);
  if (isLate) return;
  await matchFlow(tx, flow, fiscalCode, inForce?.id ?? null, now);
  const [counted]: { rows: number; cents: string }[] = await tx.query(
    'select count(*)::int as rows, coalesce(sum(amount_cents), 0) as cents from flow_rows where flow_id = $1',
    [id],
  );
  if (counted?.rows === flow.total && Number(counted.cents) === flow.sumCents) return;
  const nobody = { positionId: null, instalmentId: null, receiptId: null, noticeNumber: null, refundCents: null };
  const open = { resolvedAt: null, resolvedBy: null, note: null };
  await tx.insert(Anomaly, { id: newId(), organizationId, kind: 'flow_totals_differ', at: now, flowId: id, ...nobody, ...open });
}
