import { Injectable, Logger } from '@nestjs/common';
import { Files } from '@sportello/casework/files';
import type { Text } from '@sportello/contracts/contract';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import type { Table } from '@sportello/service/exports/table';
import { tableFile } from '@sportello/service/exports/table-file';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { noteRead, seenBy } from '../positions/access.js';
import type { Position } from '../positions/position.entity.js';
import { newestFirst, searched } from '../positions/searching.js';
import { lastComeFirst, Receipt } from '../settlement/receipt.entity.js';
import { announceExport } from './announce-export.js';
import { PaymentExport } from './payment-export.entity.js';
import { collectedTable, owedTable } from './tables.js';

/** Positions that are read at a time. */
const PAGE = 500;
/** For how long a process that makes it holds it, and how often it says so. Milliseconds. */
const HELD_MS = 60_000;
const BEAT_MS = 15_000;
const MOST_ATTEMPTS = 3;

const titles: Record<PaymentExport['what'], Text> = {
  positions: { it: 'Posizioni', en: 'Positions' },
  receipts: { it: 'Incassi', en: 'Receipts' },
};

/** Makes the files of exports, page after page into the storage, and removes them when their week is over. */
@Injectable()
export class PaymentExportJobs extends Jobs {
  private readonly logger = new Logger('PaymentExports');

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
  ) {
    super('payment-exports', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id, attempts "attempt" from payment_exports where due_at <= $1 order by due_at limit $2', [now, limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    const row = await this.db.manager.findOneBy(PaymentExport, { id });
    if (!row?.dueAt || row.dueAt > now) return;
    if (row.expiresAt <= now) return this.remove(row);
    if (row.state !== 'asked') return;
    if (row.attempts >= MOST_ATTEMPTS) return this.end(row, { state: 'failed' }, now);
    const attempts = row.attempts + 1;
    const mine = { id, attempts: row.attempts };
    const begun = await this.db.manager.update(PaymentExport, mine, { attempts, dueAt: held(now) });
    if (begun.affected !== 1) return;
    const hold = (dueAt: Date) => this.db.manager.update(PaymentExport, { id, attempts, state: 'asked' }, { dueAt });
    const beat = setInterval(() => {
      hold(held(new Date())).catch((error: unknown) => this.logger.warn({ err: error, export: id, msg: 'an export could not be held' }));
    }, BEAT_MS);
    try {
      await this.make(Object.assign(row, { attempts }));
    } catch (error) {
      // What broke off is begun anew at once, and not only when the time for which a dead process holds it is over.
      await hold(now);
      throw error;
    } finally {
      clearInterval(beat);
    }
  }

  private async make(row: PaymentExport): Promise<void> {
    const { manager } = this.db;
    const key = `payment-exports/${row.organizationId}/${row.id}/${row.attempts}`;
    let total = 0;
    try {
      // The rights as they are now, and not only as they were when it was asked for.
      const seen = await seenBy(manager, row.actor);
      const language = row.actor.language;
      const title = titles[row.what];
      const pages = this.noted(row, positionsOf(manager, seen, row));
      const table: Table<unknown> =
        row.what === 'positions'
          ? (owedTable(manager, title, language, pages) as Table<unknown>)
          : (collectedTable(manager, title, language, pages, straysOf(manager, seen, row)) as Table<unknown>);
      const counted = {
        ...table,
        pages: (async function* () {
          for await (const page of table.pages) {
            total += page.length;
            yield page;
          }
        })(),
      };
      await this.files.putStream(key, tableFile(counted, row.format, language));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.logger.warn({ err: error, export: row.id, msg: 'an export failed' });
      return this.end(row, { state: 'failed' }, new Date());
    }
    await this.end(row, { state: 'ready', key, total }, new Date());
  }

  /** Notes who is told of before a page is handed on. */
  private async *noted({ actor }: PaymentExport, pages: AsyncIterable<Position[]>): AsyncGenerator<Position[]> {
    for await (const page of pages) {
      await noteRead(this.db, page, actor, 'position-exported');
      yield page;
    }
  }

  private async end(row: PaymentExport, became: Partial<PaymentExport>, now: Date): Promise<void> {
    const { id, attempts, expiresAt: dueAt } = row;
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.update(PaymentExport, { id, attempts, state: 'asked' }, { ...became, dueAt });
      if (affected === 1) await announceExport(tx, Object.assign(row, became), now);
    });
  }

  private async remove({ id, organizationId, attempts }: PaymentExport): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) await this.files.delete(`payment-exports/${organizationId}/${id}/${attempt}`);
    await this.db.manager.delete(PaymentExport, { id });
  }
}

const held = (now: Date): Date => new Date(now.getTime() + HELD_MS);

async function* positionsOf(tx: EntityManager, seen: Awaited<ReturnType<typeof seenBy>>, row: PaymentExport): AsyncGenerator<Position[]> {
  let after: string | undefined;
  do {
    const query = searched(tx, seen, row.filters, row.askedAt);
    if (!query) return;
    const { items, next } = await newestFirst.pageOf(query, { limit: PAGE, after });
    if (items.length > 0) yield items;
    after = next ?? undefined;
  } while (after);
}

/**
 * The receipts of no position, where all of the body is asked for by somebody who sees all of it: a state and words are those of positions. Of a span of
 * days they are those that came in it.
 */
async function* straysOf(tx: EntityManager, seen: Awaited<ReturnType<typeof seenBy>>, row: PaymentExport): AsyncGenerator<Receipt[]> {
  const { show, search, from, to } = row.filters;
  if (seen.procedureId !== undefined || show !== 'all' || search) return;
  let after: string | undefined;
  do {
    const query = tx.createQueryBuilder(Receipt, 'receipt').where({ organizationId: row.organizationId, instalmentId: IsNull() });
    if (from) query.andWhere('receipt.arrivedAt >= :since', { since: romeInstant(from) });
    if (to) query.andWhere('receipt.arrivedAt < :until', { until: romeInstant(addDays(to, 1)) });
    const { items, next } = await lastComeFirst.pageOf(query, { limit: PAGE, after });
    if (items.length > 0) yield items;
    after = next ?? undefined;
  } while (after);
}
