import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getPositionRecord, searchPositions } from '@sportello/contracts/payments/body-positions';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, In } from 'typeorm';
import { Attempt } from '../carts/cart.entity.js';
import { anomaliesShown } from '../settlement/anomalies.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { accessToRead, noteRead, seenBy } from './access.js';
import { stepsOf } from './history.js';
import { Instalment, Transfer, transfersAt } from './instalment.entity.js';
import { isRenewable, movesOf } from './moves.js';
import { readPosition, rowsOf } from './reading.js';
import { newestFirst, searched } from './searching.js';

/** Attempts of a position that its page shows. */
const MOST_ATTEMPTS = 100;

/** What a body is owed, as its staff finds it: by number, person, state and day. */
@Controller()
export class BodyPositionsService {
  constructor(private readonly db: DataSource) {}

  @Handles(searchPositions)
  async search({ limit, after, ...filters }: Input<typeof searchPositions>, actor: Actor): Promise<Output<typeof searchPositions>> {
    const { manager } = this.db;
    const now = new Date();
    const query = searched(manager, await seenBy(manager, actor), filters, now);
    if (!query) return { items: [], next: null };
    const { items, next } = await newestFirst.pageOf(query, { limit, after });
    await noteRead(this.db, items, actor, 'position-read');
    const rows = await rowsOf(manager, items, now);
    return {
      items: rows.map((row, at) => ({
        ...row,
        debtorName: items[at]?.debtor?.fullName ?? null,
        debtorCode: items[at]?.debtor?.code ?? null,
      })),
      next,
    };
  }

  @Handles(getPositionRecord)
  async get({ id }: Input<typeof getPositionRecord>, actor: Actor): Promise<Output<typeof getPositionRecord>> {
    const { manager } = this.db;
    const position = await accessToRead(this.db, id, actor);
    const now = new Date();
    const shown = await readPosition(manager, position, now);
    const instalments = await manager.findBy(Instalment, { positionId: id });
    const instalmentId = In(shown.options.flatMap(({ instalments }) => instalments.map((instalment) => instalment.id)));
    const [shares, attempts, receipts, anomalies, history] = await Promise.all([
      manager.findBy(Transfer, { instalmentId }),
      manager.find(Attempt, { where: { instalmentId }, order: { startedAt: 'DESC', id: 'DESC' }, take: MOST_ATTEMPTS }),
      manager.find(Receipt, { where: { instalmentId }, order: { arrivedAt: 'ASC', id: 'ASC' } }),
      manager.find(Anomaly, { where: { positionId: id }, order: { at: 'ASC', id: 'ASC' } }),
      stepsOf(manager, position),
    ]);
    return {
      ...shown,
      debtorCode: position.debtor?.code ?? null,
      transfers: instalments.flatMap((instalment) => {
        const own = shares.filter((share) => share.instalmentId === instalment.id);
        return transfersAt(instalment, own, instalment.settledAt ?? now);
      }),
      attempts,
      receipts: receipts.map(({ content, ...receipt }) => ({
        ...receipt,
        instalmentId: receipt.instalmentId ?? '',
        paidAt: content.paidAt === null ? null : new Date(content.paidAt),
        pspName: content.pspName,
        isStandIn: content.isStandIn,
      })),
      anomalies: await anomaliesShown(manager, anomalies),
      history,
      moves: movesOf(position, instalments, now),
      renewable: instalments.filter((instalment) => isRenewable(position, instalment, now)).map((instalment) => instalment.id),
    };
  }
}
