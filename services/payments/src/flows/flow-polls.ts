import { Injectable } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Creditor } from '../creditors/creditor.entity.js';
import { Fdr } from './fdr.js';
import { Flow, FlowPoll } from './flow.entity.js';
import { Flows } from './flows.js';

/** Flows are published for thirty days, and a correction within four: some times a day is enough. Milliseconds. */
const EVERY_MS = 6 * 3_600_000;
/** What could not be read is asked for again after this long, in milliseconds. */
const RETRY_MS = 1_800_000;

/** Asks for each body which flows there are. What is known is left as it is; a new revision is a flow of its own. */
@Injectable()
export class FlowPolls extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly fdr: Fdr,
    private readonly flows: Flows,
  ) {
    super('flow-polls', 1);
  }

  protected async due(now: Date, limit: number): Promise<Alarm[]> {
    if (!this.fdr.isThere) return [];
    await this.db.query('insert into flow_polls select organization_id, $1 from creditors on conflict do nothing', [now]);
    return this.db.query('select organization_id as id from flow_polls where next_at <= $1 order by next_at limit $2', [now, limit]);
  }

  async run(organizationId: string, now: Date): Promise<void> {
    const creditor = await this.db.manager.findOneBy(Creditor, { organizationId });
    const poll = await this.db.manager.findOneBy(FlowPoll, { organizationId });
    if (!creditor || !poll || poll.nextAt > now) return;
    // Whatever breaks it off, it is asked again then, and not by every sweep until then; of two processes one asks.
    const mine = { organizationId, nextAt: poll.nextAt };
    const begun = await this.db.manager.update(FlowPoll, mine, { nextAt: new Date(now.getTime() + RETRY_MS) });
    if (begun.affected !== 1) return;
    for await (const page of this.fdr.listed(creditor.fiscalCode)) {
      const rows = page.map(({ fdr: name, pspId, revision, published }) => ({
        ...{ id: newId(), organizationId, pspId, name, revision, publishedAt: new Date(published), state: 'listed' as const, oddRows: 0 },
        ...{ regulation: null, regulationOn: null, total: null, sumCents: null, takenAt: null, nextTryAt: now },
      }));
      if (rows.length > 0) await this.db.createQueryBuilder().insert().into(Flow).values(rows).orIgnore().execute();
    }
    await this.db.manager.update(FlowPoll, { organizationId }, { nextAt: new Date(now.getTime() + EVERY_MS) });
    this.flows.later(await this.db.query('select id from flows where organization_id = $1 and next_try_at <= $2', [organizationId, now]));
  }
}
