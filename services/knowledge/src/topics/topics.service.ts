import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { topicNotFound } from '@sportello/contracts/knowledge/states';
import {
  categoryInUse,
  describeTopics,
  getTopic,
  libraryChanged,
  listOwnTopics,
  listTopics,
  putTopic,
  slugTaken,
} from '@sportello/contracts/knowledge/topics';
import { idReused } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Article } from '../articles/article.entity.js';
import { PublishedText } from '../articles/published-text.entity.js';
import { mayEdit } from './access.js';
import { findTopic, textsFor, topicsFor } from './readers.js';
import { Topic } from './topic.entity.js';

/** Topics that are told at once. */
const MOST_TOLD = 200;
/** Former addresses that are kept of a topic. */
const MOST_SLUGS = 50;
const bySlug = ascending<Topic>([byText('topic.slug', ({ slug }) => slug)], 'topic.id');

/** Topics and categories: library managers look after them, everybody finds articles by them. */
@Controller()
export class TopicsService {
  constructor(private readonly db: DataSource) {}

  @Handles(putTopic)
  put({ version, ...settings }: Input<typeof putTopic>, actor: Actor): Promise<Output<typeof putTopic>> {
    const { id, organizationId, slug } = settings;
    if (organizationId !== bodyOf(actor)) throw new Problem(topicNotFound);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(Topic, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.organizationId !== organizationId) throw new Problem(idReused);
      if (known?.version === version + 1 && isSame(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      if (await isTaken(tx, id, slug)) throw new Problem(slugTaken);
      const gone = known?.categories.filter((before) => !settings.categories.some((one) => one.id === before.id)) ?? [];
      await checkEmpty(tx, id, gone);
      const former = known ? [known.slug, ...known.formerSlugs] : [];
      const topic = tx.create(Topic, {
        ...settings,
        formerSlugs: [...new Set(former)].filter((one) => one !== slug).slice(0, MOST_SLUGS),
        version: version + 1,
      });
      await tx.save(topic);
      await publish(tx, libraryChanged, { organizationId, at: new Date() });
      return topic;
    });
  }

  @Handles(listOwnTopics)
  async listOwn(page: Input<typeof listOwnTopics>, actor: Actor): Promise<Output<typeof listOwnTopics>> {
    const officer = await officerOf(this.db.manager, actor, 'topic');
    const { organizationId } = officer;
    const { items, next } = await bySlug.pageOf(this.db.createQueryBuilder(Topic, 'topic').where({ organizationId }), page);
    return { items: items.map((topic) => ({ ...topic, mayEdit: mayEdit(officer, topic.id) })), next };
  }

  @Handles(listTopics)
  async list({ organizationId }: Input<typeof listTopics>, actor: Actor): Promise<Output<typeof listTopics>> {
    const { manager } = this.db;
    const topics = await topicsFor(manager, actor, organizationId);
    const counts: { id: string; articles: number }[] = await textsFor(manager, topics, actor)
      .select('text.topic_id', 'id')
      .addSelect('count(*)::int', 'articles')
      .groupBy('text.topic_id')
      .getRawMany();
    const articles = new Map(counts.map((count) => [count.id, count.articles]));
    const shown = topics.filter(({ id }) => articles.has(id)).slice(0, MOST_TOLD);
    const names = await namesOf(
      manager,
      shown.map((topic) => topic.organizationId),
    );
    return {
      items: shown.map((topic) => ({
        ...topic,
        organizationName: names.get(topic.organizationId) ?? '',
        articles: articles.get(topic.id) ?? 0,
      })),
    };
  }

  @Handles(getTopic)
  async get({ slug }: Input<typeof getTopic>, actor: Actor): Promise<Output<typeof getTopic>> {
    const { manager } = this.db;
    const topic = findTopic(await topicsFor(manager, actor), slug);
    if (!topic) throw new Problem(topicNotFound);
    const counts: { id: string | null; articles: number }[] = await textsFor(manager, [topic], actor)
      .select('text.category_id', 'id')
      .addSelect('count(*)::int', 'articles')
      .groupBy('text.category_id')
      .getRawMany();
    // One without articles is not there for its reader.
    if (counts.length === 0) throw new Problem(topicNotFound);
    const names = await namesOf(manager, [topic.organizationId]);
    const articlesOf = (id: string) => counts.find((count) => count.id === id)?.articles ?? 0;
    return {
      ...topic,
      organizationName: names.get(topic.organizationId) ?? '',
      articles: counts.reduce((sum, { articles }) => sum + articles, 0),
      categories: topic.categories
        .map((category) => ({ ...category, articles: articlesOf(category.id) }))
        .filter(({ articles }) => articles > 0),
    };
  }

  @Handles(describeTopics)
  async describe({ ids }: Input<typeof describeTopics>): Promise<Output<typeof describeTopics>> {
    return { items: ids.length === 0 ? [] : await this.db.manager.findBy(Topic, { id: In(ids) }) };
  }
}

const isTaken = (tx: EntityManager, id: string, slug: string): Promise<boolean> =>
  tx.createQueryBuilder(Topic, 'topic').where('id <> :id and (slug = :slug or :slug = any(former_slugs))', { id, slug }).getExists();

/** @throws Problem `categoryInUse` while one of these has articles, drafts and what readers see alike */
async function checkEmpty(tx: EntityManager, topicId: string, gone: readonly { id: string }[]): Promise<void> {
  if (gone.length === 0) return;
  const where = { topicId, categoryId: In(gone.map(({ id }) => id)) };
  if ((await tx.existsBy(Article, where)) || (await tx.existsBy(PublishedText, where))) throw new Problem(categoryInUse);
}

const isSame = (known: Topic, settings: object): boolean =>
  Object.entries(settings).every(([name, value]) => canonicalJson(known[name as keyof Topic]) === canonicalJson(value));
