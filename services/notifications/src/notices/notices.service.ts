import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listNotices, noticeNotFound, readNotice } from '@sportello/contracts/notifications';
import { invalidInput } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type FindOptionsWhere, IsNull } from 'typeorm';
import { z } from 'zod';
import { Notice } from './notice.entity.js';

/** The portal's centre: what one was told, and what one has not read yet. */
@Controller()
export class NoticesService {
  constructor(private readonly db: DataSource) {}

  @Handles(listNotices)
  async list({ limit, after }: Input<typeof listNotices>, actor: Actor): Promise<Output<typeof listNotices>> {
    const query = this.db.manager.createQueryBuilder(Notice, 'notice').where(own(actor));
    if (after !== undefined) query.andWhere('(notice.createdAt, notice.id) < (:at, :id)', readPlace(after));
    const [rows, unread] = await Promise.all([
      query
        .orderBy('notice.createdAt', 'DESC')
        .addOrderBy('notice.id', 'DESC')
        .limit(limit + 1)
        .getMany(),
      this.db.manager.countBy(Notice, { ...own(actor), readAt: IsNull() }),
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, unread, next: last && rows.length > limit ? placeOf(last) : null };
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
}

/** The notices that an actor may see: an officer those of her body, anybody else what she was told as an applicant, by every body. */
function own({ personId, organizationId, roles }: Actor): FindOptionsWhere<Notice> {
  if (personId === null) throw new Problem(noticeNotFound);
  if (roles.includes('citizen')) return { personId, audience: 'applicant' };
  if (organizationId === null) throw new Problem(noticeNotFound);
  return { personId, audience: 'officer', organizationId };
}

/** JavaScript counts further back and on than PostgreSQL. */
const Place = z.tuple([z.coerce.date().min(new Date(0)).max(new Date('9999-12-31')), z.uuid()]);

const placeOf = ({ createdAt, id }: Notice) => Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');

function readPlace(after: string): { at: Date; id: string } {
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    return { at, id };
  } catch {
    throw new Problem(invalidInput);
  }
}
