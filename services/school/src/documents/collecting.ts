import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { positionCompleted, positionEnded } from '@sportello/contracts/payments/positions';
import { dueDropped, dueWanted } from '@sportello/contracts/school/documents';
import { On, publishAll } from '@sportello/messaging/events';
import { type EntityManager, In } from 'typeorm';
import { Child } from '../children/child.entity.js';
import { Invoice } from './invoice.entity.js';
import { TopUp } from './top-up.entity.js';

/** Rows of one statement. */
const CHUNK = 1_000;

/**
 * Has the payments service collect what the documents of a body say after an import: what is new is wanted, what changed is withdrawn and wanted
 * anew, since its notice may be in somebody's hands, and what was paid elsewhere or has passed to forced collection is withdrawn. The documents are
 * locked: what is told of their positions meanwhile waits.
 */
export async function collectInvoices(tx: EntityManager, organizationId: string): Promise<void> {
  const invoices = await tx.find(Invoice, {
    where: { organizationId, isNew: true },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  if (invoices.length === 0) return;
  const children = await tx.findBy(Child, { id: In([...new Set(invoices.map(({ childId }) => childId))]) });
  const byId = new Map(children.map((child) => [child.id, child]));
  const at = new Date();
  const dropped: Payload<typeof dueDropped>[] = [];
  const wanted: Payload<typeof dueWanted>[] = [];
  for (const invoice of invoices) {
    const { positionId, number, dueOn, dueCents, isToCollection } = invoice;
    const child = byId.get(invoice.childId);
    // What was paid here stays joined to its position and its receipt.
    if (!child || invoice.paidHereCents > 0) continue;
    if (positionId) dropped.push({ positionId, organizationId, at, why: dueCents === 0 ? 'elsewhere' : 'exempt' });
    // That it was paid may be what pagoPA took, and the body noted before it was told here: the position stays joined.
    if (dueCents === 0) continue;
    invoice.positionId = isToCollection ? null : newId();
    if (!invoice.positionId) continue;
    wanted.push({
      ...{ positionId: invoice.positionId, organizationId, at, amountCents: dueCents, dueOn, beneficiaryName: child.name },
      personId: null,
      debtor: { code: child.holderFiscalCode, fullName: child.holderName },
      reason: `Servizi scolastici, documento ${number}`,
    });
  }
  await tx.query(
    `update invoices i set is_new = false, position_id = v.position_id
     from unnest($1::uuid[], $2::uuid[]) as v (id, position_id) where i.id = v.id`,
    [invoices.map(({ id }) => id), invoices.map(({ positionId }) => positionId)],
  );
  for (let at = 0; at < dropped.length; at += CHUNK) await publishAll(tx, dueDropped, dropped.slice(at, at + CHUNK));
  for (let at = 0; at < wanted.length; at += CHUNK) await publishAll(tx, dueWanted, wanted.slice(at, at + CHUNK));
}

/** What the payments service tells. It may come twice, late, and of positions that are none of ours. */
@Injectable()
export class Collecting {
  @On(positionCompleted, { from: 'beginning' })
  async complete({ positionId, paidCents, at }: Payload<typeof positionCompleted>, tx: EntityManager): Promise<void> {
    await tx.update(Invoice, { positionId }, { paidHereCents: paidCents });
    // Paid, and not usable before the body has checked it (SCH-12).
    await tx.update(TopUp, { id: positionId, state: 'awaiting_payment' }, { state: 'paid', paidAt: at, paidCents });
  }

  /** What staff ended by hand: paid at the counter it is paid; withdrawn, nothing can be paid on it here any more. */
  @On(positionEnded, { from: 'beginning' })
  async end({ positionId, why, paidCents, at }: Payload<typeof positionEnded>, tx: EntityManager): Promise<void> {
    const endings = {
      // There is no receipt to show for it.
      elsewhere: [
        { positionId: null, paidHereCents: paidCents },
        { state: 'paid', paidAt: at, paidCents },
      ],
      cancelled: [{ positionId: null }, { state: 'expired' }],
      // What is paid on its notice all the same is not given back by itself: it is still told here.
      collection: [{ isToCollection: true }, { state: 'expired' }],
    } as const;
    const [invoice, topUp] = endings[why];
    await tx.update(Invoice, { positionId, paidHereCents: 0 }, invoice);
    await tx.update(TopUp, { id: positionId, state: 'awaiting_payment' }, topUp);
  }
}
