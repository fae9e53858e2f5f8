import { createHash } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { Priority } from '@sportello/contracts/practices/fields';
import { getQueueFilters, listQueue, type QueueOrder, queueOrders } from '@sportello/contracts/practices/queue';
import { PracticeStatus } from '@sportello/contracts/practices/states';
import { replacedBy } from '@sportello/directory/absences';
import { officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byInstant, byText, descending } from '@sportello/service/paging';
import { prepared } from '@sportello/service/prepared';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { reachable, unsent } from '../practices/moves.js';
import {
  allThatFit,
  firstThatFit,
  isNarrow,
  LOOKED_THROUGH,
  orderedBy,
  type QueueFilter,
  type QueuePage,
  queueCounts,
  queuePage,
  SAMPLED,
  type Statement,
} from './queue.sql.js';
import { proceduresOf, queueFilterOf } from './queue-filter.js';

/** With what the order by term compares: a practice that waits for no answer is shown without its term. */
type Row = Output<typeof listQueue>['items'][number] & { termKey: string };

/** A name for each text. */
const nameOf = (text: string) => `queue-${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;

const rankOf = ({ priority }: Row) => String(Priority.options.indexOf(priority) + 1);
const ranks = z.enum(Priority.options.map((_, at) => String(at + 1)));

const keys = {
  changed: [byInstant<Row>(orderedBy.changed[0], ({ changedAt }) => changedAt)],
  submitted: [byInstant<Row>(orderedBy.submitted[0], ({ submittedAt }) => submittedAt)],
  applicant: [byText<Row>(orderedBy.applicant[0], ({ applicantName }) => applicantName)],
  term: [byText<Row>(orderedBy.term[0], ({ termKey }) => termKey, z.union([z.iso.date(), z.literal('infinity')]))],
  priority: [byText(orderedBy.priority[0], rankOf, ranks), byInstant<Row>(orderedBy.priority[1], ({ submittedAt }) => submittedAt)],
};

const orders = Object.fromEntries(
  queueOrders.flatMap((name) => [
    [name, ascending<Row>(keys[name], 'p.id')],
    [`-${name}`, descending<Row>(keys[name], 'p.id')],
  ]),
) as Record<QueueOrder, ReturnType<typeof ascending<Row>>>;

/** The practices that an officer may work (PRA-24 to PRA-29). */
@Controller()
export class QueueService {
  constructor(private readonly db: DataSource) {}

  @Handles(listQueue)
  async list(input: Input<typeof listQueue>, actor: Actor): Promise<Output<typeof listQueue>> {
    const { limit, sort, after, ...asked } = input;
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const filter = await queueFilterOf(this.db.manager, officer, asked, new Date());
    const place = orders[sort].read(after);
    const rows = filter ? await this.pageOf(filter, { order: sort, after: place, limit: limit + 1 }) : [];
    return orders[sort].cut(rows, limit);
  }

  /** Only what can be found is offered: no payment states where nothing is paid (PRA-27). */
  @Handles(getQueueFilters)
  async filters(_input: Input<typeof getQueueFilters>, actor: Actor): Promise<Output<typeof getQueueFilters>> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const procedures = await proceduresOf(this.db.manager, officer);
    const { text, values } = queueCounts(
      officer,
      procedures.map(({ id }) => id),
      await replacedBy(this.db.manager, officer.id, officer.organizationId, romeDate(new Date())),
    );
    const [counts]: Output<typeof getQueueFilters>['counts'][] = await this.db.query(text, values);
    return {
      procedures: procedures.map(({ id, title, settings }) => {
        const reached = reachable(settings);
        const statuses = PracticeStatus.options.filter((it) => reached.has(it) && !unsent.includes(it) && it !== 'deleted');
        return { id, title, statuses };
      }),
      counts: counts ?? { waiting: 0, mine: 0, myOffice: 0 },
    };
  }

  private async pageOf(filter: QueueFilter, page: QueuePage): Promise<Row[]> {
    if (!isNarrow(filter, page)) {
      const { text, values } = queuePage(filter, page);
      return prepared<Row>(this.db, nameOf(text), text, values);
    }
    const sampled = await this.rowsOf(firstThatFit(filter, page, SAMPLED));
    if (sampled.length === page.limit) return sampled;
    // What no row of a sample has is rare, as a rule: then its own index has all of it at once.
    if (sampled.length === 0) {
      const few = await this.rowsOf<Row & { found: number }>(allThatFit(filter, page, LOOKED_THROUGH));
      if ((few[0]?.found ?? 0) <= LOOKED_THROUGH) return few;
    }
    const found = await this.rowsOf(firstThatFit(filter, page, LOOKED_THROUGH));
    return found.length === page.limit ? found : this.rowsOf(allThatFit(filter, page));
  }

  private rowsOf<R extends Row>({ text, values }: Statement): Promise<R[]> {
    return this.db.query(text, values);
  }
}
