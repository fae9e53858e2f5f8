import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { enablingNotFound, getEnabling, listEnablings, retryEnabling } from '@sportello/contracts/practices/enabling';
import { bodyOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { access } from '../practices/access.js';
import { dueOn, EnablingItem } from './enabling-item.entity.js';
import { Enablings } from './enablings.js';

const lastAskedFirst = descending<EnablingItem>([byInstant('item.requestedAt', ({ requestedAt }) => requestedAt)], 'item.id');

/** How far the enabling of people has come, for the comune that asked and for who runs it. */
@Controller()
export class EnablingsService {
  constructor(
    private readonly db: DataSource,
    private readonly enablings: Enablings,
  ) {}

  @Handles(getEnabling)
  async get({ id }: Input<typeof getEnabling>, actor: Actor): Promise<Output<typeof getEnabling>> {
    const { practice } = await access(this.db.manager, id, actor, 'read');
    const { organizationId } = practice;
    const items = await this.db.manager.find(EnablingItem, { where: { practiceId: id, organizationId }, order: { position: 'ASC' } });
    return { items: items.map((item) => ({ ...item, dueOn: dueOn(item) })) };
  }

  @Handles(listEnablings)
  async list({ state, waits, search, ...asked }: Input<typeof listEnablings>, actor: Actor): Promise<Output<typeof listEnablings>> {
    const organizationId = bodyOf(actor);
    const query = this.db.createQueryBuilder(EnablingItem, 'item').where('item.organizationId = :organizationId', { organizationId });
    if (state) query.andWhere('item.state = :state', { state });
    if (waits) query.andWhere('item.cause is not null');
    if (search) query.andWhere('(item.fiscalCode = :search or item.practiceNumber = :search)', { search: search.toUpperCase() });
    const page = await lastAskedFirst.pageOf(query, asked);
    return { ...page, items: page.items.map((item) => ({ ...item, dueOn: dueOn(item) })) };
  }

  @Handles(retryEnabling)
  async retry({ id }: Input<typeof retryEnabling>, actor: Actor): Promise<Output<typeof retryEnabling>> {
    const organizationId = bodyOf(actor);
    const isTried = await this.db.transaction((tx) => this.enablings.retry(tx, id, organizationId, new Date()));
    if (!isTried) throw new Problem(enablingNotFound);
    return {};
  }
}
