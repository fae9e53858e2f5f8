import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listUnsentMails, mailNotFound, retryMail, retryMails } from '@sportello/contracts/notifications/mails';
import type { Actor } from '@sportello/messaging/actor';
import { afterCommit } from '@sportello/messaging/after-commit';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.entity.js';

/** Mails that are sent again by one press. */
const MOST_AT_ONCE = 500;

const newestFirst = descending<Delivery>([byInstant('delivery.queuedAt', ({ queuedAt }) => queuedAt)], 'delivery.id');

/** What of a body's mails was not taken, for those who look after it (ADM-33). */
@Controller()
export class UnsentMailsService {
  constructor(
    private readonly db: DataSource,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Handles(listUnsentMails)
  async list({ state, ...asked }: Input<typeof listUnsentMails>, actor: Actor): Promise<Output<typeof listUnsentMails>> {
    const found = this.db
      .createQueryBuilder(Delivery, 'delivery')
      .innerJoinAndSelect('delivery.announcement', 'announcement')
      .where(unsentOf(actor));
    if (state) found.andWhere(state === 'failed' ? "delivery.status = 'bounced_permanent'" : "delivery.status <> 'bounced_permanent'");
    const { items, next } = await newestFirst.pageOf(found, asked);
    return { items: items.map(shapeOf), next };
  }

  /** What is being sent at this moment is left to whoever sends it. */
  @Handles(retryMail)
  async retry({ id }: Input<typeof retryMail>, actor: Actor): Promise<Output<typeof retryMail>> {
    await this.db.transaction(async (tx) => {
      const where = { ...unsentOf(actor), id };
      const delivery = await tx.findOne(Delivery, { where, lock: { mode: 'pessimistic_write' } });
      if (!delivery) throw new Problem(mailNotFound);
      if (!delivery.retry(new Date())) return;
      await tx.save(delivery);
      afterCommit(tx, () => this.deliveries.sendLater([delivery]));
    });
    return {};
  }

  @Handles(retryMails)
  retryAll(_input: Input<typeof retryMails>, actor: Actor): Promise<Output<typeof retryMails>> {
    return this.db.transaction(async (tx) => {
      const failed = await tx.find(Delivery, {
        where: { ...unsentOf(actor), status: 'bounced_permanent' },
        order: { queuedAt: 'DESC' },
        take: MOST_AT_ONCE,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const now = new Date();
      const again = failed.filter((delivery) => delivery.retry(now));
      await tx.save(again);
      afterCommit(tx, () => this.deliveries.sendLater(again));
      return { count: again.length };
    });
  }
}

/** The mails of the actor's body with a last try that failed. @throws Problem `mailNotFound` for whoever works for none */
function unsentOf({ organizationId }: Actor): FindOptionsWhere<Delivery> {
  if (!organizationId) throw new Problem(mailNotFound);
  return { organizationId, failure: Not(IsNull()) };
}

function shapeOf(delivery: Delivery): Output<typeof listUnsentMails>['items'][number] {
  const { id, address, attempts, failure, status, dueAt, message, announcement } = delivery;
  const isFailed = status === 'bounced_permanent';
  return {
    id,
    state: isFailed ? 'failed' : 'waiting',
    subject: announcement?.messages[message]?.title ?? { it: '', en: '' },
    address,
    practiceId: announcement?.subjectKind === 'practices' ? announcement.subjectId : null,
    happenedAt: announcement?.at ?? delivery.queuedAt,
    attempts,
    failure: failure ?? '',
    nextTryAt: isFailed ? null : dueAt,
  };
}
