import { historyOf } from '@sportello/casework/history';
import type { Output } from '@sportello/contracts/contract';
import type { getOwnArticle } from '@sportello/contracts/knowledge/articles';
import type { ArticleStatus } from '@sportello/contracts/knowledge/states';
import type { EntityManager } from 'typeorm';
import type { Found } from './access.js';
import { Revision, subjectOf } from './article.entity.js';
import { movesOf } from './moves.js';

/** Versions that are told of. */
const MOST_REVISIONS = 100;

/** An article as those who write it see it. */
export async function shapeOf(tx: EntityManager, { article, mover }: Found, now: Date): Promise<Output<typeof getOwnArticle>> {
  const { id: articleId } = article;
  const revisions = await tx.find(Revision, { where: { articleId }, order: { revision: 'DESC' }, take: MOST_REVISIONS });
  const content = revisions.find(({ revision }) => revision === article.revision)?.content;
  if (!content) throw new RangeError(`want the latest version of article ${articleId}, got none`);
  const history = await historyOf<ArticleStatus>(tx, { ...subjectOf(article), applicantId: mover.id, mover });
  return {
    ...article,
    ...content,
    isPublished: article.isPublished,
    isHighlighted: article.isHighlighted,
    moves: movesOf(article, mover, now),
    history: history.reverse(),
    revisions,
  };
}
