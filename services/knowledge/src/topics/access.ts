import { topicNotFound } from '@sportello/contracts/knowledge/states';
import { type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { Topic } from './topic.entity.js';

/** Whether an officer may write on a topic of her body: managers and administrators on all of them. */
export const mayEdit = ({ subjectIds }: Pick<Officer, 'subjectIds'>, topicId: string): boolean => subjectIds?.includes(topicId) ?? true;

/** @throws Problem `topicNotFound`: not there, of another body, and not enabled to it are one answer */
export async function accessTopic(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Topic> {
  const officer = await officerOf(tx, actor, 'topic', purpose);
  const topic = mayEdit(officer, id) ? await tx.findOneBy(Topic, { id, organizationId: officer.organizationId }) : null;
  if (!topic) throw new Problem(topicNotFound);
  return topic;
}
