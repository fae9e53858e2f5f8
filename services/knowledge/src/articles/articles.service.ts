import { Controller } from '@nestjs/common';
import { takeNumber } from '@sportello/casework/numbers';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  archiveArticle,
  discardChanges,
  getOwnArticle,
  getRevision,
  proposeArticle,
  publishArticle,
  putArticle,
  restoreArticle,
  returnArticle,
} from '@sportello/contracts/knowledge/articles';
import { type ArticleMove, articleNotFound } from '@sportello/contracts/knowledge/states';
import { idReused } from '@sportello/contracts/problems';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { accessTopic } from '../topics/access.js';
import { accessArticle, editorOf, type Found } from './access.js';
import { Article, type ArticleContent, Revision } from './article.entity.js';
import { checkReplacement, contentOf, findRevision, isLatest, newArticle } from './content.js';
import { Schedule } from './schedule.js';
import { shapeOf } from './shape.js';
import { hide, moveArticle, namesIn, show, wasDone, writeNew, writeRevision } from './writing.js';

type Answer = Promise<Output<typeof getOwnArticle>>;

/** Articles as those who write them see them: drafts, review, publication, versions. */
@Controller()
export class ArticlesService {
  constructor(
    private readonly db: DataSource,
    private readonly schedule: Schedule,
  ) {}

  /** The same settings again, after they were saved, are answered as the first time. */
  @Handles(putArticle)
  put({ id, version, reviewOn, ...settings }: Input<typeof putArticle>, actor: Actor): Answer {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const topic = await accessTopic(tx, settings.topicId, actor, 'change');
      const content = contentOf(settings, topic);
      const mover = editorOf(await officerOf(tx, actor, 'topic', 'change'));
      if (version === 0 && !(await tx.existsBy(Article, { id }))) {
        const number = await takeNumber(tx, 'KB');
        const article = newArticle(tx, { id, number, topic, content, authorName: mover.name, ownerId: mover.id, reviewOn });
        await writeRevision(tx, article, content, mover.name, now);
        await writeNew(tx, article, { move: 'save', mover, now });
        return shapeOf(tx, { article, mover }, now);
      }
      const found = await accessArticle(tx, id, actor, 'change').catch((error: unknown) => {
        // An id that somebody else's article has.
        throw version === 0 && error instanceof Problem && error.problem === articleNotFound ? new Problem(idReused) : error;
      });
      const { article } = found;
      if (article.version === version + 1 && article.reviewOn === reviewOn && (await isLatest(tx, article, content)))
        return shapeOf(tx, found, now);
      if (version === 0) throw new Problem(idReused);
      checkVersion(version, article.version);
      await moveArticle(tx, article, { move: 'save', mover, now }, async () => {
        Object.assign(article, { reviewOn, ownerId: mover.id, ownerName: mover.name });
        await writeRevision(tx, article, content, mover.name, now);
      });
      return shapeOf(tx, found, now);
    });
  }

  @Handles(proposeArticle)
  propose({ id, version }: Input<typeof proposeArticle>, actor: Actor): Answer {
    return this.move(id, version, actor, 'propose');
  }

  @Handles(returnArticle)
  return({ id, version, reason }: Input<typeof returnArticle>, actor: Actor): Answer {
    return this.move(id, version, actor, 'return', {
      reason,
      effect: (_tx, article) => {
        article.publishAt = null;
        return Promise.resolve();
      },
    });
  }

  /** At once, or by the alarm of its hour. */
  @Handles(publishArticle)
  publish({ id, version, at }: Input<typeof publishArticle>, actor: Actor): Answer {
    const now = new Date();
    if (at === null || at <= now) return this.move(id, version, actor, 'publish', { effect: (tx, article) => show(tx, article, now) });
    return this.move(id, version, actor, 'schedule', {
      isAsAsked: (_, { publishAt }) => publishAt?.getTime() === at.getTime(),
      effect: (tx, article) => {
        article.publishAt = at;
        this.schedule.afterCommit(tx, { id, at });
        return Promise.resolve();
      },
    });
  }

  @Handles(discardChanges)
  discard({ id, version }: Input<typeof discardChanges>, actor: Actor): Answer {
    return this.move(id, version, actor, 'discard', {
      effect: async (tx, article) => {
        const shown = await findRevision(tx, article, Number(article.publishedRevision));
        await tx.delete(Revision, { articleId: id, revision: article.revision });
        article.revision = shown.revision;
        const { topicId, categoryId, texts } = shown.content;
        Object.assign(article, { topicId, categoryId, ...namesIn(texts) });
      },
    });
  }

  @Handles(archiveArticle)
  archive({ id, version, reason, replacedBy }: Input<typeof archiveArticle>, actor: Actor): Answer {
    const now = new Date();
    return this.move(id, version, actor, 'archive', {
      reason,
      isAsAsked: (_, article) => article.replacedBy === replacedBy,
      effect: async (tx, article) => {
        if (replacedBy !== null) await checkReplacement(tx, article, replacedBy);
        await hide(tx, article, now);
        article.replacedBy = replacedBy;
      },
    });
  }

  @Handles(restoreArticle)
  restore({ id, version, revision }: Input<typeof restoreArticle>, actor: Actor): Answer {
    const now = new Date();
    const asked = async (tx: EntityManager, article: Article): Promise<ArticleContent> => {
      const { content } = await findRevision(tx, article, revision);
      // The topic may be another body's matter by now; texts come back, the place stays.
      const { topicId, categoryId } = article;
      return { ...content, topicId, categoryId };
    };
    return this.move(id, version, actor, 'restore', {
      isAsAsked: async (tx, article) => isLatest(tx, article, await asked(tx, article)),
      // A draft that is open stays a version of its own.
      effect: async (tx, article, { mover }) => writeRevision(tx, article, await asked(tx, article), mover.name, now, true),
    });
  }

  @Handles(getOwnArticle)
  async get({ id }: Input<typeof getOwnArticle>, actor: Actor): Answer {
    const { manager } = this.db;
    return shapeOf(manager, await accessArticle(manager, id, actor), new Date());
  }

  @Handles(getRevision)
  async getRevision({ id, revision }: Input<typeof getRevision>, actor: Actor): Promise<Output<typeof getRevision>> {
    const { manager } = this.db;
    const { article } = await accessArticle(manager, id, actor);
    const { content, at, authorName } = await findRevision(manager, article, revision);
    return { revision, texts: content.texts, at, authorName };
  }

  private move(
    id: string,
    version: number,
    actor: Actor,
    move: ArticleMove,
    {
      reason = null,
      effect = () => Promise.resolve(),
      isAsAsked = () => true,
    }: {
      reason?: string | null;
      effect?: (tx: EntityManager, article: Article, found: Found) => Promise<void>;
      isAsAsked?: (tx: EntityManager, article: Article) => boolean | Promise<boolean>;
    } = {},
  ): Answer {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const found = await accessArticle(tx, id, actor, 'change');
      const { article, mover } = found;
      const said = { move, mover, reason, shown: version, isAsAsked: () => isAsAsked(tx, article) };
      if (await wasDone(tx, article, said)) return shapeOf(tx, found, now);
      await moveArticle(tx, article, { move, mover, now, reason }, () => effect(tx, article, found));
      return shapeOf(tx, found, now);
    });
  }
}
