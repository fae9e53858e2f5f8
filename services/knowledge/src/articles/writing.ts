import { Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover } from '@sportello/casework/subject';
import { type ArticleTexts, articleChanged } from '@sportello/contracts/knowledge/articles';
import type { ArticleMove, ArticleStatus } from '@sportello/contracts/knowledge/states';
import { libraryChanged } from '@sportello/contracts/knowledge/topics';
import { fold } from '@sportello/italy/search-words';
import { publish } from '@sportello/messaging/events';
import { checkVersion } from '@sportello/messaging/problem';
import { states } from '@sportello/messaging/states';
import { type EntityManager, MoreThan } from 'typeorm';
import { showText, takeText } from '../search/indexing.js';
import { Article, type ArticleContent, Revision, subjectOf } from './article.entity.js';
import { lineOf } from './moves.js';

interface Moving {
  move: ArticleMove;
  mover: Mover;
  now: Date;
  reason?: string | null;
}

/**
 * Does something with an article: the row, the line of its history and the fact are one. Savings of a draft leave no line.
 * @param apply what changes of the row besides its state
 * @throws Problem of `lineOf`
 */
export async function moveArticle(
  tx: EntityManager,
  article: Article,
  { move, mover, now, reason = null }: Moving,
  apply: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const from = article.status;
  article.status = lineOf(move, article, mover, now).to;
  await apply();
  await keep(tx, article, now);
  if (move !== 'save' || from !== article.status) await notePassage(tx, article, { move, mover, now, reason }, from);
}

export async function writeNew(tx: EntityManager, article: Article, moving: Moving): Promise<void> {
  await keep(tx, article, moving.now);
  await notePassage(tx, article, moving, null);
}

async function keep(tx: EntityManager, article: Article, now: Date): Promise<void> {
  article.version += 1;
  article.changedAt = now;
  article.folded = fold(`${article.number} ${article.title}`);
  await tx.save(article);
  await publish(tx, articleChanged, told(article));
}

async function notePassage(
  tx: EntityManager,
  article: Article,
  { move, mover, now, reason = null }: Moving,
  from: ArticleStatus | null,
): Promise<void> {
  await tx.insert(Passage, passageOf(subjectOf(article), { move, from, to: article.status, reason }, mover, now));
}

/**
 * The open version takes what was written; where all are published, a new one does.
 * @param isNew true for a new version in any case: what the open one holds stays
 */
export async function writeRevision(
  tx: EntityManager,
  article: Article,
  content: ArticleContent,
  author: string,
  now: Date,
  isNew = article.revision === article.publishedRevision,
): Promise<void> {
  if (isNew) article.revision += 1;
  Object.assign(article, { topicId: content.topicId, categoryId: content.categoryId, ...namesIn(content.texts) });
  const { id: articleId, organizationId, revision } = article;
  await tx.save(tx.create(Revision, { articleId, organizationId, revision, content, authorName: author, at: now }));
}

/** What lists show of a text: its Italian title, or the other. */
export const namesIn = ({ it, en }: ArticleTexts): Pick<Article, 'title' | 'languages'> => ({
  title: (it ?? en)?.title ?? '',
  languages: [...(it ? (['it'] as const) : []), ...(en ? (['en'] as const) : [])],
});

/** Readers see the latest version from now on. */
export async function show(tx: EntityManager, article: Article, now: Date): Promise<void> {
  const { content } = await tx.findOneByOrFail(Revision, { articleId: article.id, revision: article.revision });
  article.publishedRevision = article.revision;
  article.publishedAt ??= now;
  article.publishAt = null;
  article.replacedBy = null;
  await showText(tx, article, content, now);
  await publish(tx, libraryChanged, { organizationId: article.organizationId, at: now });
}

/** Readers see nothing of it from now on. */
export async function hide(tx: EntityManager, article: Article, now: Date): Promise<void> {
  article.publishedRevision = null;
  article.publishAt = null;
  article.highlightedAt = null;
  await takeText(tx, article.id);
  await publish(tx, libraryChanged, { organizationId: article.organizationId, at: now });
}

const told = ({ id: articleId, organizationId, number, title, status, isPublished, version }: Article) => ({
  ...{ articleId, organizationId, number, title, status, isPublished, version },
});

/** The present articles, for services that name them. */
export const presentArticles = states(articleChanged, async (db, after, limit) => {
  const articles = await db.find(Article, { where: after === null ? {} : { id: MoreThan(after) }, order: { id: 'ASC' }, take: limit });
  return articles.map(told);
});

interface Said {
  move: ArticleMove;
  mover: Mover;
  reason: string | null;
  /** The version that was shown to who says it. */
  shown: number;
  /** Whether the article is as this command would leave it. */
  isAsAsked: () => boolean | Promise<boolean>;
}

/**
 * Whether a command was done already, and is said again by the same person because its answer was lost.
 * @throws Problem `changedMeanwhile` when it was not, and the article is no longer as it was shown
 */
export async function wasDone(tx: EntityManager, article: Article, { move, mover, reason, shown, isAsAsked }: Said): Promise<boolean> {
  if (article.version === shown + 1 && mover.side === 'officer') {
    const { kind: subjectKind, id: subjectId, organizationId } = subjectOf(article);
    const last = await tx.findOne(Passage, { where: { subjectKind, subjectId, organizationId }, order: { id: 'DESC' } });
    if (last?.move === move && last.actorId === mover.id && last.reason === reason && (await isAsAsked())) return true;
  }
  checkVersion(shown, article.version);
  return false;
}
