import type { ArticleCard } from '@sportello/contracts/knowledge/reading';
import { type EntityManager, In } from 'typeorm';
import { Article } from '../articles/article.entity.js';
import type { PublishedText } from '../articles/published-text.entity.js';
import type { Topic } from '../topics/topic.entity.js';

/** What is shown is the real average; what orders lists is another matter (K4). Null where nobody gave stars. */
export const averageOf = ({ starsGiven, starsSum }: Pick<Article, 'starsGiven' | 'starsSum'>): number | null =>
  starsGiven === 0 ? null : Math.round((starsSum / starsGiven) * 10) / 10;

/** Published texts as lists show them, with what their readers have left. @param topics those in which they were found */
export async function cardsOf(tx: EntityManager, texts: readonly PublishedText[], topics: readonly Topic[]): Promise<ArticleCard[]> {
  if (texts.length === 0) return [];
  const articles = await tx.find(Article, {
    where: { id: In(texts.map(({ id }) => id)) },
    select: { id: true, views: true, starsGiven: true, starsSum: true },
  });
  return texts.flatMap((text) => {
    const topic = topics.find(({ id }) => id === text.topicId);
    const article = articles.find(({ id }) => id === text.id);
    if (!topic || !article) return [];
    return [
      {
        ...text,
        language: text.writtenIn,
        topic: { slug: topic.slug, name: topic.name },
        category: topic.nameOf(text.categoryId),
        views: article.views,
        stars: averageOf(article),
      },
    ];
  });
}
