import type { Mover } from '@sportello/casework/subject';
import { articleNotFound } from '@sportello/contracts/knowledge/states';
import { type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { mayEdit } from '../topics/access.js';
import { Article } from './article.entity.js';

export type Editor = Extract<Mover, { id: string }>;

export interface Found {
  article: Article;
  mover: Editor;
}

/** Who writes: the library manager is whoever sees all that the body has. */
export const editorOf = ({ id, name, subjectIds }: Officer): Editor => ({ side: 'officer', id, name, isManager: subjectIds === null });

/** @throws Problem `articleNotFound`: not there, of another body, and of a topic to which she is not enabled are one answer */
export async function accessArticle(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Found> {
  const officer = await officerOf(tx, actor, 'topic', purpose);
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const article = await tx.findOne(Article, { where: { id, organizationId: officer.organizationId }, ...lock });
  if (!article || !mayEdit(officer, article.topicId)) throw new Problem(articleNotFound);
  return { article, mover: editorOf(officer) };
}
