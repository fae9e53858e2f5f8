import { Controller } from '@nestjs/common';
import { keepNumber } from '@sportello/casework/numbers';
import type { Input, Output } from '@sportello/contracts/contract';
import { type ArticleView, bringArticle, listOwnArticles } from '@sportello/contracts/knowledge/articles';
import { topicNotFound } from '@sportello/contracts/knowledge/states';
import { idReused } from '@sportello/contracts/problems';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, In } from 'typeorm';
import { Topic } from '../topics/topic.entity.js';
import { Article } from './article.entity.js';
import { contentOf, newArticle } from './content.js';
import { show, writeNew, writeRevision } from './writing.js';

const lastFirst = descending<Article>([byInstant('article.changedAt', ({ changedAt }) => changedAt)], 'article.id');

/** The same conditions for the list of each view. */
const views: Record<ArticleView, string> = {
  all: 'true',
  drafts: "article.status = 'draft'",
  in_review: "article.status = 'in_review' and article.publish_at is null",
  scheduled: "article.status = 'in_review' and article.publish_at is not null",
  published: 'article.published_revision is not null',
  to_review: 'article.published_revision is not null and article.review_on <= :today',
  archived: "article.status = 'archived'",
};

/** The list of those who write, and what comes from a library before this one. */
@Controller()
export class DeskService {
  constructor(private readonly db: DataSource) {}

  @Handles(listOwnArticles)
  async list({ view, topicId, search, ...page }: Input<typeof listOwnArticles>, actor: Actor): Promise<Output<typeof listOwnArticles>> {
    const { organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'topic');
    const query = this.db.createQueryBuilder(Article, 'article').where({ organizationId });
    if (subjectIds) query.andWhere({ topicId: In(subjectIds) });
    if (topicId) query.andWhere('article.topicId = :topicId', { topicId });
    query.andWhere(views[view], { today: romeDate(new Date()) });
    wordsIn(search ?? '').forEach((word, at) => {
      query.andWhere(`strpos(article.folded, :word${at}) > 0`, { [`word${at}`]: word });
    });
    const { items, next } = await lastFirst.pageOf(query, page);
    return {
      items: items.map((article) => ({ ...article, isPublished: article.isPublished, isHighlighted: article.isHighlighted })),
      next,
    };
  }

  /** Brought again, it stays as it is. */
  @Handles(bringArticle)
  bring(
    { id, number, authorName, publishedAt, reviewOn, ...settings }: Input<typeof bringArticle>,
    actor: Actor,
  ): Promise<Output<typeof bringArticle>> {
    const organizationId = bodyOf(actor);
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const topic = await tx.findOneBy(Topic, { id: settings.topicId, organizationId });
      if (!topic) throw new Problem(topicNotFound);
      const content = contentOf(settings, topic);
      await keepNumber(tx, 'KB', number);
      const known = await tx.findOne(Article, { where: [{ id }, { number }] });
      if (known) {
        if (known.id === id && known.number === number && known.organizationId === organizationId) return known;
        throw new Problem(idReused);
      }
      const article = newArticle(tx, { id, number, topic, content, authorName, ownerId: null, reviewOn });
      article.status = 'published';
      article.publishedAt = publishedAt;
      await writeRevision(tx, article, content, authorName, publishedAt);
      await show(tx, article, now);
      await writeNew(tx, article, { move: 'bring', mover: { side: 'system' }, now });
      return article;
    });
  }
}
