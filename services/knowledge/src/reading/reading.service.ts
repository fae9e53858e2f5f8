import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listArticles, readArticle } from '@sportello/contracts/knowledge/reading';
import { articleNotFound, articleWithdrawn, topicNotFound } from '@sportello/contracts/knowledge/states';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { Article, Revision } from '../articles/article.entity.js';
import type { PublishedText } from '../articles/published-text.entity.js';
import { findTopic, isIn, textsFor, topicsFor } from '../topics/readers.js';
import { cardsOf } from './cards.js';

const lastFirst = descending<PublishedText>([byInstant('text.publishedAt', ({ publishedAt }) => publishedAt)], 'text.id');

/** The library as its readers see it. */
@Controller()
export class ReadingService {
  constructor(private readonly db: DataSource) {}

  @Handles(listArticles)
  async list({ topic: slug, categoryId, ...page }: Input<typeof listArticles>, actor: Actor): Promise<Output<typeof listArticles>> {
    const { manager } = this.db;
    const topic = findTopic(await topicsFor(manager, actor), slug);
    if (!topic) throw new Problem(topicNotFound);
    const query = textsFor(manager, [topic], actor);
    if (categoryId) query.andWhere('text.categoryId = :categoryId', { categoryId });
    const { items, next } = await lastFirst.pageOf(query, page);
    return { items: await cardsOf(manager, items, [topic]), next };
  }

  /** By its number alone: it is the same whatever becomes of its title and its place (KNB-09). */
  @Handles(readArticle)
  async read({ number }: Input<typeof readArticle>, actor: Actor): Promise<Output<typeof readArticle>> {
    const { manager } = this.db;
    const topics = await topicsFor(manager, actor);
    const article = await manager.findOneBy(Article, { number: number.trim().toUpperCase() });
    if (!article) throw new Problem(articleNotFound);
    const text = await textsFor(manager, topics, actor).andWhere({ id: article.id }).getOne();
    if (!text) return await this.refuse(article, topics, actor);
    const revision = await manager.findOneByOrFail(Revision, { articleId: article.id, revision: article.publishedRevision ?? 0 });
    const { texts } = revision.content;
    const [card] = await cardsOf(manager, [text], topics);
    const languages = (['it', 'en'] as const).filter((one) => texts[one] !== null);
    return { ...card, body: texts[text.writtenIn]?.body ?? '', languages, updatedAt: text.updatedAt } as Output<typeof readArticle>;
  }

  /** Who could have read it is told that it was withdrawn, and what holds in its place. */
  private async refuse(article: Article, topics: Awaited<ReturnType<typeof topicsFor>>, actor: Actor): Promise<never> {
    const wasPublished = article.publishedAt !== null && !article.isPublished;
    if (!wasPublished || !topics.some(({ id }) => id === article.topicId)) throw new Problem(articleNotFound);
    const { content } = await this.db.manager.findOneByOrFail(Revision, { articleId: article.id, revision: article.revision });
    if (!isIn(content.audience, actor)) throw new Problem(articleNotFound);
    throw new Problem(articleWithdrawn, undefined, { replacedBy: article.replacedBy });
  }
}
