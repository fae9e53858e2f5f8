import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { listInvoicingRuns, listOverdue, monthNotOver, previewInvoicing, putInvoicingRun } from '@sportello/contracts/school/invoicing';
import { officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byDate, byInstant, descending } from '@sportello/service/paging';
import { DataSource, In } from 'typeorm';
import { Child } from '../children/child.entity.js';
import { Invoice } from '../documents/invoice.entity.js';
import { daysOfMonth, Invoicing, previewMonth } from './invoicing.js';
import { InvoicingRun } from './invoicing-run.entity.js';

const lastAsked = descending<InvoicingRun>([byInstant('r.askedAt', ({ askedAt }) => askedAt)], 'r.id');
const longestDue = ascending<Invoice>([byDate('i.dueOn', ({ dueOn }) => dueOn)], 'i.id');

@Controller()
export class InvoicingService {
  constructor(
    private readonly db: DataSource,
    private readonly invoicing: Invoicing,
  ) {}

  @Handles(previewInvoicing)
  preview({ month }: Input<typeof previewInvoicing>, actor: Actor): Promise<Output<typeof previewInvoicing>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await officerOf(tx, actor, 'procedure');
      return { month, ...(await previewMonth(tx, organizationId, month)) };
    });
  }

  @Handles(putInvoicingRun)
  put({ id, month, dueOn }: Input<typeof putInvoicingRun>, actor: Actor): Promise<Output<typeof putInvoicingRun>> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { id: askedBy, organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      const known = await tx.findOneBy(InvoicingRun, { id });
      if (known && !(known.organizationId === organizationId && known.month === month && known.dueOn === dueOn))
        throw new Problem(idReused);
      if (known) return known;
      if (romeDate(now) < daysOfMonth(month)[1]) throw new Problem(monthNotOver);
      if (dueOn < romeDate(now)) throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/dueOn', detail: dayIsPast }] });
      const run = tx.create(InvoicingRun, {
        id,
        organizationId,
        month,
        dueOn,
        askedAt: now,
        askedBy,
        doneAt: null,
        invoices: 0,
        totalCents: 0,
      });
      await tx.insert(InvoicingRun, run);
      this.invoicing.afterCommit(tx, { id });
      return run;
    });
  }

  @Handles(listInvoicingRuns)
  async list(page: Input<typeof listInvoicingRuns>, actor: Actor): Promise<Output<typeof listInvoicingRuns>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    return lastAsked.pageOf(manager.createQueryBuilder(InvoicingRun, 'r').where({ organizationId }), page);
  }

  @Handles(listOverdue)
  async overdue(page: Input<typeof listOverdue>, actor: Actor): Promise<Output<typeof listOverdue>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    const query = manager
      .createQueryBuilder(Invoice, 'i')
      .where({ organizationId })
      .andWhere('i.due_on < :today and not i.is_to_collection and i.amount_cents > i.paid_elsewhere_cents + i.paid_here_cents', {
        today: romeDate(new Date()),
      });
    const { items, next } = await longestDue.pageOf(query, page);
    const children = await manager.findBy(Child, { id: In(items.map(({ childId }) => childId)) });
    return {
      items: items.map((invoice) => {
        const child = children.find(({ id }) => id === invoice.childId);
        const { paidCents, dueCents } = invoice;
        return {
          ...invoice,
          paidCents,
          dueCents,
          positionId: invoice.shownPositionId,
          childName: child?.name ?? '',
          holderName: child?.holderName ?? '',
        };
      }),
      next,
    };
  }
}

const dayIsPast = { it: 'La scadenza è già passata', en: 'The due date has passed already' };
