import { Controller, Logger } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople } from '@sportello/contracts/identity/people';
import { getPosition, listOwnPositions } from '@sportello/contracts/payments/positions';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { currentContext, newTraceparent, within } from '@sportello/messaging/context';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { accessToRead, isIdentified } from './access.js';
import { Position } from './position.entity.js';
import { readPosition, rowsOf } from './reading.js';

/** A list is not kept waiting longer than this by who names debtors, in milliseconds. */
const CLAIM_MS = 1_000;

const newestFirst = descending<Position>([byInstant('position.openedAt', ({ openedAt }) => openedAt)], 'position.id');

/** What people owe, and what staff see of it. */
@Controller()
export class PositionsService {
  private readonly logger = new Logger(PositionsService.name);

  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
  ) {}

  @Handles(getPosition)
  async get({ id }: Input<typeof getPosition>, actor: Actor): Promise<Output<typeof getPosition>> {
    const { manager } = this.db;
    return readPosition(manager, await accessToRead(this.db, id, actor), new Date());
  }

  @Handles(listOwnPositions)
  async listOwn({ show, from, to, ...page }: Input<typeof listOwnPositions>, actor: Actor): Promise<Output<typeof listOwnPositions>> {
    // What she owes is hers, and not a body's for which she acts.
    const { personId, profileKind } = actor;
    if (personId && profileKind === 'citizen' && !page.after && isIdentified(actor)) await this.claim(personId);
    const query = this.db.createQueryBuilder(Position, 'position').where({ personId }).andWhere("position.reason <> ''");
    if (show === 'to_pay') query.andWhere('position.settledAt is null and position.droppedWhy is null');
    if (show === 'paid') query.andWhere('position.settledAt is not null');
    if (from) query.andWhere('position.settledAt >= :since', { since: romeInstant(from) });
    if (to) query.andWhere('position.settledAt < :until', { until: romeInstant(addDays(to, 1)) });
    const { items, next } = await newestFirst.pageOf(query, page);
    return { items: await rowsOf(this.db.manager, items, new Date()), next };
  }

  /** What was told of somebody's debts before she was registered here is hers from now on: her fiscal code says so, which identity knows. */
  private async claim(personId: string): Promise<void> {
    const [person] = await this.describe(personId);
    if (!person) return;
    await this.db.query("update positions set person_id = $1 where person_id is null and debtor ->> 'code' = $2", [
      personId,
      person.identity.fiscalCode,
    ]);
  }

  /** Nobody while identity is away: what is known already is read all the same. */
  private async describe(personId: string): Promise<Output<typeof describePeople>['items']> {
    try {
      const { traceparent = newTraceparent(), deadline = Infinity, signal } = currentContext() ?? {};
      const soon = { traceparent, deadline: Math.min(deadline, Date.now() + CLAIM_MS), ...(signal && { signal }) };
      return (await within(soon, () => this.bus.call(describePeople, { ids: [personId] }, service))).items;
    } catch (err) {
      this.logger.warn({ err, msg: 'debts told by fiscal code wait until identity answers' });
      return [];
    }
  }
}
