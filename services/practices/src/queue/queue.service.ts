import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getQueueFilters, listQueue } from '@sportello/contracts/practices/queue';
import { PracticeStatus } from '@sportello/contracts/practices/states';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { wordsAndNumbersIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, In } from 'typeorm';
import { reachable, unsent } from '../practices/moves.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { rangeOf } from './period.js';
import { allWith, newestWith, type QueueFilter, queueCounts, queuePage, type Statement } from './queue.sql.js';

type Row = Output<typeof listQueue>['items'][number];

const lastChangedFirst = descending<Row>([byInstant('p.changed_at', ({ changedAt }) => changedAt)], 'p.id');

/** The practices that an officer may work (PRA-24 to PRA-29). */
@Controller()
export class QueueService {
  constructor(private readonly db: DataSource) {}

  @Handles(listQueue)
  async list(input: Input<typeof listQueue>, actor: Actor): Promise<Output<typeof listQueue>> {
    const { limit, search, procedureId, status, queue, period, from, to, after } = input;
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const own = officer.subjectIds ?? (await this.proceduresOf(officer)).map(({ id }) => id);
    const procedureIds = procedureId ? own.filter((id) => id === procedureId) : own;
    if (procedureIds.length === 0 || (queue === 'my-office' && !officer.officeId)) return { items: [], next: null };
    const words = search ? beginningWith(wordsAndNumbersIn(search)) : undefined;
    if (words === null) return { items: [], next: null };
    const changed = rangeOf(period, { from, to }, new Date());
    const filter = { officer, procedureIds, status, queue, changed, after: lastChangedFirst.read(after), limit: limit + 1 };
    const rows = words === undefined ? await this.rowsOf(queuePage(filter)) : await this.search(filter, words);
    return lastChangedFirst.cut(rows, limit);
  }

  /** Only what can be found is offered: no payment states where nothing is paid (PRA-27). */
  @Handles(getQueueFilters)
  async filters(_input: Input<typeof getQueueFilters>, actor: Actor): Promise<Output<typeof getQueueFilters>> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const procedures = await this.proceduresOf(officer);
    const { text, values } = queueCounts(
      officer,
      procedures.map(({ id }) => id),
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

  private async search(filter: QueueFilter, words: string): Promise<Row[]> {
    const found = await this.rowsOf(newestWith(filter, words));
    return found.length === filter.limit ? found : this.rowsOf(allWith(filter, words));
  }

  private rowsOf({ text, values }: Statement): Promise<Row[]> {
    return this.db.query(text, values);
  }

  private proceduresOf({ organizationId, subjectIds }: Officer): Promise<Procedure[]> {
    return this.db.manager.find(Procedure, {
      where: { organizationId, ...(subjectIds && { id: In(subjectIds) }) },
      order: { searchText: 'ASC', id: 'ASC' },
    });
  }
}
