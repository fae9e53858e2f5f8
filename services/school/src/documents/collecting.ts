import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { positionCompleted } from '@sportello/contracts/payments/positions';
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
 * anew, since its notice may be in somebody's hands, and what was paid elsewhere or has passed to forced collection is withdrawn.
 */
export async function collectInvoices(tx: EntityManager, organizationId: string): Promise<void> {
  const invoices = await tx.findBy(Invoice, { organizationId, isNew: true });
  if (invoices.length === 0) return;
  const children = await tx.findBy(Child, { id: In([...new Set(invoices.map(({ childId }) => childId))]) });
  const byId = new Map(children.map((child) => [child.id, child]));
  const at = new Date();
  const dropped: Payload<typeof dueDropped>[] = [];
  const wanted: Payload<typeof dueWanted>[] = [];
  for (const invoice of invoices) {
    const { positionId, number, dueOn, dueCents, isToCollection } = invoice;
    const child = byId.get(invoice.childId);
    if (!child) continue;
    invoice.isNew = false;
    // What was paid here stays joined to its position and its receipt.
    if (invoice.paidHereCents > 0) continue;
    if (positionId) dropped.push({ positionId, organizationId, at, why: dueCents === 0 ? 'elsewhere' : 'exempt' });
    const isDue = dueCents > 0 && !isToCollection;
    invoice.positionId = isDue ? newId() : null;
    if (!invoice.positionId) continue;
    wanted.push({
      ...{ positionId: invoice.positionId, organizationId, at, amountCents: dueCents, dueOn, beneficiaryName: child.name },
      personId: null,
      debtor: { code: child.holderFiscalCode, fullName: child.holderName },
      reason: `Servizi scolastici, documento ${number}`,
    });
  }
  for (let at = 0; at < invoices.length; at += CHUNK) await tx.upsert(Invoice, invoices.slice(at, at + CHUNK), ['id']);
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
    await tx.update(TopUp, { id: positionId, state: 'awaiting_payment' }, { state: 'paid', paidAt: at });
  }
}
