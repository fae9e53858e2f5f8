import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Article } from './article.entity.js';
import { moveArticle, show } from './writing.js';

const AT_ONCE = 2;

/** Publishes at its hour what the library manager has set one for (KNB-21). */
@Injectable()
export class Schedule extends Jobs {
  constructor(private readonly db: DataSource) {
    super('publications', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(`select id from articles where status = 'in_review' and publish_at <= $1 order by publish_at limit $2`, [
      now,
      limit,
    ]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const article = await tx.findOne(Article, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (article?.status !== 'in_review' || article.publishAt === null || article.publishAt > now) return;
      await moveArticle(tx, article, { move: 'publish', mover: { side: 'system' }, now }, () => show(tx, article, now));
    });
  }
}
