import type { Text } from '@sportello/contracts/contract';
import type { ArticleText } from '@sportello/contracts/knowledge/articles';
import { articleMoveRefused, articleNotFound, topicNotFound } from '@sportello/contracts/knowledge/states';
import { invalidInput } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import { cleanHtml, textOf } from '@sportello/service/clean-html';
import type { EntityManager } from 'typeorm';
import type { Topic } from '../topics/topic.entity.js';
import { Article, type ArticleContent, Revision } from './article.entity.js';
import { namesIn } from './writing.js';

/**
 * What is kept of what was written: texts with the allowed elements alone.
 * @throws Problem `topicNotFound` for a category of another topic; `invalidInput` for a text that says nothing
 */
export function contentOf(
  { topicId, categoryId, audience, collectiveAuthor, keywords, texts }: ArticleContent,
  topic: Topic,
): ArticleContent {
  if (categoryId !== null && topic.nameOf(categoryId) === null) throw new Problem(topicNotFound, noCategory);
  return {
    ...{ topicId, categoryId, audience, collectiveAuthor, keywords: [...new Set(keywords)] },
    texts: { it: kept(texts.it, 'it'), en: kept(texts.en, 'en') },
  };
}

function kept(text: ArticleText | null, language: 'it' | 'en'): ArticleText | null {
  if (text === null) return null;
  const body = cleanHtml(text.body);
  if (textOf(body) === '')
    throw new Problem(invalidInput, undefined, { errors: [{ pointer: `/texts/${language}/body`, detail: saysNothing }] });
  return { title: text.title, body };
}

interface NewArticle {
  id: string;
  number: string;
  topic: Topic;
  content: ArticleContent;
  authorName: string;
  ownerId: string | null;
  reviewOn: string | null;
}

/** A draft without a version of its text: whoever makes it writes one. */
export const newArticle = (tx: EntityManager, { id, number, topic, content, authorName, ownerId, reviewOn }: NewArticle): Article =>
  tx.create(Article, {
    ...{ id, number, organizationId: topic.organizationId, status: 'draft', ...namesIn(content.texts) },
    ...{ topicId: topic.id, categoryId: content.categoryId, authorName, ownerName: authorName, ownerId, reviewOn },
    ...{ publishAt: null, publishedAt: null, revision: 1, publishedRevision: null, replacedBy: null, highlightedAt: null },
    ...{ views: 0, opinions: 0, favour: 0, starsGiven: 0, starsSum: 0, version: 0 },
  });

/** @throws Problem `articleNotFound` for a version that there is not */
export async function findRevision(tx: EntityManager, { id: articleId }: Article, revision: number): Promise<Revision> {
  const found = await tx.findOneBy(Revision, { articleId, revision });
  if (!found) throw new Problem(articleNotFound);
  return found;
}

export async function isLatest(tx: EntityManager, article: Article, content: ArticleContent): Promise<boolean> {
  return canonicalJson((await findRevision(tx, article, article.revision)).content) === canonicalJson(content);
}

/** @throws Problem `articleMoveRefused` for what readers of the body do not see, and for the article itself */
export async function checkReplacement(tx: EntityManager, { id, organizationId }: Article, number: string): Promise<void> {
  const other = await tx.findOneBy(Article, { number, organizationId });
  if (!other?.isPublished || other.id === id) throw new Problem(articleMoveRefused, noReplacement);
}

const noCategory: Text = { it: 'La categoria non è di questo argomento', en: 'The category is not one of this topic' };
const saysNothing: Text = { it: 'Scrivi il testo', en: 'Write the text' };
const noReplacement: Text = {
  it: 'Quello che lo sostituisce dev’essere un altro articolo pubblicato del tuo ente',
  en: 'What replaces it has to be another published article of your body',
};
