import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { flowNotFound, getFlow, listFlowRows, listFlows } from '@sportello/contracts/payments/flows';
import { bodyOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { Flow } from './flow.entity.js';

type Row = Output<typeof listFlowRows>['items'][number];

const newestFirst = descending<Flow>([byInstant('flow.publishedAt', ({ publishedAt }) => publishedAt)], 'flow.id');

/** What was transferred to a body, and how it fits what was receipted (PAY-47). */
@Controller()
export class FlowsService {
  constructor(private readonly db: DataSource) {}

  @Handles(listFlows)
  list({ show, ...asked }: Input<typeof listFlows>, actor: Actor): Promise<Output<typeof listFlows>> {
    const query = this.db.createQueryBuilder(Flow, 'flow').where({ organizationId: bodyOf(actor) });
    if (show === 'odd') query.andWhere("flow.oddRows > 0 and flow.state = 'taken'");
    return newestFirst.pageOf(query, asked);
  }

  @Handles(getFlow)
  get({ id }: Input<typeof getFlow>, actor: Actor): Promise<Output<typeof getFlow>> {
    return this.access(id, actor);
  }

  @Handles(listFlowRows)
  async rows({ id, limit, after, outcome }: Input<typeof listFlowRows>, actor: Actor): Promise<Output<typeof listFlowRows>> {
    await this.access(id, actor);
    const rows: (Omit<Row, 'amountCents' | 'receiptCents'> & { amountCents: string; receiptCents: string | null })[] = await this.db.query(
      `select r.place, r.iuv, r.iur, r.transfer, r.amount_cents "amountCents", r.paid_on "paidOn", r.status, r.outcome,
         i.position_id "positionId", t.cents "receiptCents"
       from flow_rows r join flows f on f.id = r.flow_id join creditors b on b.organization_id = f.organization_id
       left join instalments i on i.id = r.instalment_id
       left join receipts c on c.id_pa = b.fiscal_code and c.receipt_id = r.iur
       left join lateral (
         select (s ->> 'amountCents')::bigint as cents from jsonb_array_elements(c.content -> 'transfers') s
         where (s ->> 'place')::int = r.transfer
       ) t on true
       where r.flow_id = $1 and r.place > $2 and ($3::text is null or r.outcome = $3) order by r.place limit $4`,
      [id, after, outcome ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => ({
      ...row,
      amountCents: Number(row.amountCents),
      receiptCents: row.receiptCents === null ? null : Number(row.receiptCents),
    }));
    return { items, next: rows.length > limit ? String(items.at(-1)?.place) : null };
  }

  /** @throws Problem `flowNotFound`: not there and another body's are one answer */
  private async access(id: string, actor: Actor): Promise<Flow> {
    const flow = await this.db.manager.findOneBy(Flow, { id, organizationId: bodyOf(actor) });
    if (!flow) throw new Problem(flowNotFound);
    return flow;
  }
}
