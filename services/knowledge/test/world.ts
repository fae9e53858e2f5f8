import { randomUUID } from 'node:crypto';
import type { Asked, Output, Rpc } from '@sportello/contracts/contract';
import { proposeArticle, publishArticle, putArticle } from '@sportello/contracts/knowledge/articles';
import { putTopic } from '@sportello/contracts/knowledge/topics';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import type { Actor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { ForeignProblem, type ProblemDocument } from '@sportello/messaging/problem';
import { administrator, bianchi, manager, piedmont } from '@sportello/testing/people';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { knowledgeService } from '../src/app.module.js';

type TopicSettings = Asked<typeof putTopic>;
type Settings = Asked<typeof putArticle>;

export const text = (title: string, body = title) => ({ title, body: `<p>${body}</p>` });

/** The service as it runs, asked by the gateway's account. */
export class World {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly gateway: Bus,
  ) {}

  static async start(): Promise<World> {
    const service = await startService(knowledgeService);
    const { url, passwords } = service.nats;
    return new World(service, new Bus(await connectBus({ url, user: 'gateway', password: passwords.gateway })));
  }

  async stop(): Promise<void> {
    await this.gateway.nats.close();
    await this.service.stop();
  }

  ask<C extends Rpc>(contract: C, input: Asked<C>, actor: Actor): Promise<Output<C>> {
    return this.gateway.call(contract, input, actor);
  }

  /** A topic on which Bianchi may write. */
  async topic(changes: Partial<TopicSettings> = {}): Promise<Output<typeof putTopic>> {
    const id = randomUUID();
    const settings: TopicSettings = {
      ...{ id, organizationId: piedmont, slug: `topic-${id.slice(0, 8)}`, name: { it: 'SPID/CIE', en: 'SPID/CIE' } },
      ...{ audience: [], position: 1, categories: [{ id: randomUUID(), name: { it: 'eIDAS', en: 'eIDAS' } }], version: 0 },
      ...changes,
    };
    const topic = await this.ask(putTopic, settings, administrator);
    await this.enable(bianchi, topic.id);
    return topic;
  }

  settings = (topicId: string, changes: Partial<Settings> = {}): Settings => ({
    ...{ id: randomUUID(), topicId, categoryId: null, audience: [], collectiveAuthor: null, reviewOn: null, keywords: [] },
    ...{ texts: { it: text('Modulo adesione'), en: null }, version: 0 },
    ...changes,
  });

  draft = (topicId: string, changes: Partial<Settings> = {}, actor: Actor = bianchi): Promise<Output<typeof putArticle>> =>
    this.ask(putArticle, this.settings(topicId, changes), actor);

  /** Written by Bianchi, published by her manager. */
  async published(topicId: string, changes: Partial<Settings> = {}): Promise<Output<typeof putArticle>> {
    const { id, version } = await this.draft(topicId, changes);
    return this.publish(id, version);
  }

  async publish(id: string, version: number): Promise<Output<typeof putArticle>> {
    const proposed = await this.ask(proposeArticle, { id, version }, bianchi);
    return this.ask(publishArticle, { id, version: proposed.version, at: null }, manager);
  }

  /** As identity says it, which has its own tests. */
  async enable({ personId, organizationId }: Actor, ...topicIds: string[]): Promise<void> {
    const { manager: db } = this.service.db;
    const known = await db.findOneBy(OfficerCopy, { officerId: String(personId) });
    const subjects = [...(known?.subjects ?? []), ...topicIds.map((id) => ({ kind: 'topic' as const, id }))];
    await db.save(OfficerCopy, {
      ...{ officerId: String(personId), organizationId: String(organizationId), officeId: null, officeName: null, role: 'officer' },
      ...{ isActive: true, subjects, absence: null, name: 'Elena Bianchi', version: (known?.version ?? 0) + 1 },
    });
  }
}

/** What was refused, and how. */
export const refusal = (asked: Promise<unknown>): Promise<ProblemDocument> =>
  asked.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => {
      if (error instanceof ForeignProblem) return error.received;
      throw error;
    },
  );
