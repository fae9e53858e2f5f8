import { Controller, Inject } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import type { ExportFormat } from '@sportello/contracts/exports';
import {
  getPaymentExportAddress,
  listPaymentExports,
  paymentExportNotFound,
  paymentExportNotReady,
  requestPaymentExport,
  tooManyPaymentExports,
} from '@sportello/contracts/payments/exports';
import { officerOf } from '@sportello/directory/officers';
import { downloadAddress } from '@sportello/documents/signed-address';
import { romeDate } from '@sportello/italy/rome-time';
import { type Actor, asKept } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { PaymentExport } from './payment-export.entity.js';
import { PaymentExportJobs } from './payment-export-jobs.js';

/** How long its file is kept, in milliseconds. */
const KEPT_MS = 7 * 86_400_000;
/** Exports that one officer may have under way. */
const MOST_UNDER_WAY = 5;

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
};
const names = { positions: { it: 'Posizioni', en: 'Positions' }, receipts: { it: 'Incassi', en: 'Receipts' } };

const newestFirst = descending<PaymentExport>([byInstant('e.askedAt', ({ askedAt }) => askedAt)], 'e.id');

/** The tables that staff takes away: each sees her own alone. */
@Controller()
export class PaymentExportsService {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: PaymentExportJobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(requestPaymentExport)
  request({ id, what, format, filters }: Input<typeof requestPaymentExport>, actor: Actor): Promise<Output<typeof requestPaymentExport>> {
    return this.db.transaction(async (tx) => {
      const { id: requesterId, organizationId } = await officerOf(tx, actor, 'procedure');
      // Two of one officer at once are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`payment exports ${requesterId}`]);
      const known = await tx.findOneBy(PaymentExport, { id });
      if (known && (known.requesterId !== requesterId || known.organizationId !== organizationId)) throw new Problem(paymentExportNotFound);
      if (known) return known;
      if ((await tx.countBy(PaymentExport, { requesterId, state: 'asked' })) >= MOST_UNDER_WAY) throw new Problem(tooManyPaymentExports);
      const now = new Date();
      const row = tx.create(PaymentExport, {
        ...{
          id,
          organizationId,
          requesterId,
          actor: asKept(actor),
          what,
          format,
          filters,
          state: 'asked',
          total: null,
          attempts: 0,
          key: null,
        },
        ...{
          name: `${names[what][actor.language]} ${romeDate(now)}.${format}`,
          askedAt: now,
          expiresAt: new Date(now.getTime() + KEPT_MS),
        },
        dueAt: now,
      });
      await tx.insert(PaymentExport, row);
      this.jobs.afterCommit(tx, { id, attempt: 0 });
      return row;
    });
  }

  @Handles(listPaymentExports)
  async list(asked: Input<typeof listPaymentExports>, actor: Actor): Promise<Output<typeof listPaymentExports>> {
    const { id: requesterId, organizationId } = await officerOf(this.db.manager, actor, 'procedure');
    const query = this.db.createQueryBuilder(PaymentExport, 'e').where({ requesterId, organizationId }).andWhere('e.expiresAt > now()');
    return newestFirst.pageOf(query, asked);
  }

  @Handles(getPaymentExportAddress)
  async address({ id }: Input<typeof getPaymentExportAddress>, actor: Actor): Promise<Output<typeof getPaymentExportAddress>> {
    const { id: requesterId, organizationId } = await officerOf(this.db.manager, actor, 'procedure');
    const now = new Date();
    const found = await this.db.manager.findOneBy(PaymentExport, { id, requesterId, organizationId });
    if (!found || found.expiresAt <= now) throw new Problem(paymentExportNotFound);
    if (!found.key) throw new Problem(paymentExportNotReady);
    return downloadAddress({ key: found.key, name: found.name, type: types[found.format] }, this.config.FILES_SECRET, now);
  }
}
