import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { closeRemark, highlightArticle, listRemarks, listUnanswered } from '@sportello/contracts/knowledge/readers';
import { articleMoveRefused, articleNotFound } from '@sportello/contracts/knowledge/states';
import { libraryChanged } from '@sportello/contracts/knowledge/topics';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byInstant } from '@sportello/service/paging';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { accessArticle } from '../articles/access.js';
import { Article } from '../articles/article.entity.js';
import { shapeOf } from '../articles/shape.js';
import { Remark, UnansweredSearch } from './reader.entities.js';

const firstFirst = ascending<Remark>([byInstant('remark.at', ({ at }) => at)], 'remark.id');
/** Searches that are told of. */
const MOST_TOLD = 100;

/** What those who look after the library make of what readers leave. */
@Controller()
export class ModerationService {
  constructor(private readonly db: DataSource) {}

  @Handles(listRemarks)
  async list({ isOpen, ...page }: Input<typeof listRemarks>, actor: Actor): Promise<Output<typeof listRemarks>> {
    const { manager } = this.db;
    const { organizationId, subjectIds } = await officerOf(manager, actor, 'topic');
    const query = manager
      .createQueryBuilder(Remark, 'remark')
      .where({ organizationId, closedAt: isOpen === 'true' ? IsNull() : Not(IsNull()) });
    if (subjectIds)
      query.andWhere('exists (select 1 from articles a where a.id = remark.article_id and a.topic_id = any(:subjectIds::uuid[]))', {
        subjectIds,
      });
    const { items, next } = await firstFirst.pageOf(query, page);
    const articles = items.length === 0 ? [] : await manager.findBy(Article, { id: In(items.map(({ articleId }) => articleId)) });
    return { items: items.map((remark) => shown(remark, articles)), next };
  }

  @Handles(closeRemark)
  close({ id }: Input<typeof closeRemark>, actor: Actor): Promise<Output<typeof closeRemark>> {
    return this.db.transaction(async (tx) => {
      const remark = await tx.findOne(Remark, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!remark) throw new Problem(articleNotFound);
      const { article, mover } = await accessArticle(tx, remark.articleId, actor);
      if (remark.closedAt === null) await tx.save(Object.assign(remark, { closedAt: new Date(), closedBy: mover.name }));
      return shown(remark, [article]);
    });
  }

  /** Of a published one: it goes with what readers see, whatever is being written. */
  @Handles(highlightArticle)
  highlight({ id, version, isHighlighted }: Input<typeof highlightArticle>, actor: Actor): Promise<Output<typeof highlightArticle>> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const found = await accessArticle(tx, id, actor, 'change');
      const { article } = found;
      if (article.isHighlighted === isHighlighted) return shapeOf(tx, found, now);
      checkVersion(version, article.version);
      if (!article.isPublished) throw new Problem(articleMoveRefused, notShown);
      Object.assign(article, { highlightedAt: isHighlighted ? now : null, changedAt: now, version: version + 1 });
      await tx.save(article);
      await publish(tx, libraryChanged, { organizationId: article.organizationId, at: now });
      return shapeOf(tx, found, now);
    });
  }

  @Handles(listUnanswered)
  async listUnanswered(_: Input<typeof listUnanswered>, actor: Actor): Promise<Output<typeof listUnanswered>> {
    const { manager } = this.db;
    await officerOf(manager, actor, 'topic');
    return { items: await manager.find(UnansweredSearch, { order: { times: 'DESC', words: 'ASC' }, take: MOST_TOLD }) };
  }
}

const shown = ({ id, articleId, words, at, closedBy }: Remark, articles: readonly Article[]) => {
  const article = articles.find((one) => one.id === articleId);
  return { id, articleId, number: article?.number ?? '', title: article?.title ?? '', words, at, closedBy };
};

const notShown = { it: 'In evidenza vanno gli articoli pubblicati', en: 'Only what is published can be in evidence' };
