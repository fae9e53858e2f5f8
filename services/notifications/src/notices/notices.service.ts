import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listNotices, noticeNotFound, readNotice, readNotices } from '@sportello/contracts/notifications/notices';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, COUNTED, descending } from '@sportello/service/paging';
import { DataSource, type FindOptionsWhere, IsNull, LessThanOrEqual } from 'typeorm';
import { Notice } from './notice.entity.js';

/** At most so many pages are told with what is unread of them. */
const UNREAD_PAGES = 100;

const newestFirst = descending<Notice>([byInstant('notice.createdAt', ({ createdAt }) => createdAt)], 'notice.id');

/** The portal's centre: what one was told, and what one has not read yet. */
@Controller()
export class NoticesService {
  constructor(private readonly db: DataSource) {}

  @Handles(listNotices)
  async list(asked: Input<typeof listNotices>, actor: Actor): Promise<Output<typeof listNotices>> {
    const unreadNow = { ...own(actor), readAt: IsNull() };
    const [page, unread, unreadPages] = await Promise.all([
      newestFirst.pageOf(this.db.createQueryBuilder(Notice, 'notice').where(own(actor)), asked),
      this.db.manager.find(Notice, { where: unreadNow, select: { id: true }, take: COUNTED }),
      this.db
        .createQueryBuilder(Notice, 'notice')
        .select('notice.path', 'path')
        .addSelect('count(*)::int', 'count')
        .where(unreadNow)
        .groupBy('notice.path')
        .orderBy('max(notice.createdAt)', 'DESC')
        .limit(UNREAD_PAGES)
        .getRawMany<{ path: string; count: number }>(),
    ]);
    return { ...page, unread: unread.length, unreadPages };
  }

  @Handles(readNotice)
  read({ id }: Input<typeof readNotice>, actor: Actor): Promise<Notice> {
    return this.db.transaction(async (tx) => {
      const notice = await tx.findOne(Notice, { where: { ...own(actor), id }, lock: { mode: 'pessimistic_write' } });
      if (!notice) throw new Problem(noticeNotFound);
      notice.read(new Date());
      return tx.save(notice);
    });
  }

  @Handles(readNotices)
  async readAll({ upTo, path }: Input<typeof readNotices>, actor: Actor): Promise<Output<typeof readNotices>> {
    const seen = { ...own(actor), readAt: IsNull(), createdAt: LessThanOrEqual(upTo), ...(path && { path }) };
    const { affected } = await this.db.manager.update(Notice, seen, { readAt: new Date() });
    return { read: affected ?? 0 };
  }
}

/** The notices that an actor may see: an officer those of her body, anybody else what she was told on her own account, by every body. */
function own({ personId, organizationId, roles }: Actor): FindOptionsWhere<Notice> {
  if (personId === null) throw new Problem(noticeNotFound);
  if (roles.includes('citizen')) return { personId, place: 'portal' };
  if (organizationId === null) throw new Problem(noticeNotFound);
  return { personId, place: 'console', organizationId };
}
