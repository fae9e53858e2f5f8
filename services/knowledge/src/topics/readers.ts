import { isStaff } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PublishedText } from '../articles/published-text.entity.js';
import { Topic } from './topic.entity.js';

/** Topics that are looked at: more than any library has. */
const MOST_TOPICS = 1_000;

/**
 * As what somebody reads. Those who work for a body read all that is published, since tickets link to it (KNB-22); `visitor` is in no audience.
 */
const readerOf = (actor: Actor): string => (isStaff(actor) ? 'staff' : (actor.profileKind ?? 'visitor'));

/** Whether an audience holds the reader, as a condition of SQL. @param audience a column @param reader a parameter */
export const holds = (audience: string, reader: string): string =>
  `(${reader} = 'staff' or ${audience} = '{}' or ${reader} = any(${audience}))`;

/** The topics that somebody may see, in their order, whether there are articles in them or not. */
export async function topicsFor(tx: EntityManager, actor: Actor, organizationId?: string): Promise<Topic[]> {
  const query = tx
    .createQueryBuilder(Topic, 'topic')
    .where(holds('topic.audience', ':reader'), { reader: readerOf(actor) })
    .orderBy('topic.position')
    .addOrderBy('topic.id')
    .limit(MOST_TOPICS);
  if (organizationId) query.andWhere({ organizationId });
  return query.getMany();
}

/** What of a topic has this name in addresses, or had it. */
export const findTopic = (topics: readonly Topic[], slug: string): Topic | undefined =>
  topics.find((topic) => topic.slug === slug) ?? topics.find(({ formerSlugs }) => formerSlugs.includes(slug));

/** The published texts of topics that somebody may read, one for each article, in her language. */
export const textsFor = (tx: EntityManager, topics: readonly Topic[], actor: Actor): SelectQueryBuilder<PublishedText> =>
  tx
    .createQueryBuilder(PublishedText, 'text')
    .where('text.language = :language', { language: actor.language })
    .andWhere('text.topicId = any(:topicIds::uuid[])', { topicIds: topics.map(({ id }) => id) })
    .andWhere(holds('text.audience', ':reader'), { reader: readerOf(actor) });

/** The same for statements of one's own: values for `language`, `topic_id` and `audience`. */
export const valuesFor = (topics: readonly Topic[], actor: Actor): [language: string, topicIds: string[], reader: string] => [
  actor.language,
  topics.map(({ id }) => id),
  readerOf(actor),
];

/** Whether an audience holds somebody. */
export const isIn = (audience: readonly string[], actor: Actor): boolean =>
  isStaff(actor) || audience.length === 0 || audience.includes(readerOf(actor));
