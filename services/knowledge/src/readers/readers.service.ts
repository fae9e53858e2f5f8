import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getLibraryHome, getOwnOpinion, giveOpinion, leaveRemark, noteVisit } from '@sportello/contracts/knowledge/readers';
import type { ArticleCard } from '@sportello/contracts/knowledge/reading';
import { articleNotFound } from '@sportello/contracts/knowledge/states';
import { idReused, notSignedIn } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Article } from '../articles/article.entity.js';
import { PublishedText } from '../articles/published-text.entity.js';
import { averageOf, cardsOf } from '../reading/cards.js';
import { textsFor, topicsFor } from '../topics/readers.js';
import { OpinionRow, Remark, Visit } from './reader.entities.js';
import { favourOf, usefulnessOf } from './usefulness.js';

/** Articles in each list of the first page. */
const IN_LIST = 5;
type Texts = SelectQueryBuilder<PublishedText>;

/** What readers leave: that they were there, what they think, what they miss. */
@Controller()
export class ReadersService {
  constructor(private readonly db: DataSource) {}

  /** Ties go to the newer, then to the number, so that a list is the same each time (K4). */
  @Handles(getLibraryHome)
  async home({ organizationId }: Input<typeof getLibraryHome>, actor: Actor): Promise<Output<typeof getLibraryHome>> {
    const { manager } = this.db;
    const topics = await topicsFor(manager, actor, organizationId);
    const list = async (narrow: (texts: Texts) => Texts): Promise<ArticleCard[]> => {
      const texts = textsFor(manager, topics, actor).innerJoin(Article, 'article', 'article.id = text.id');
      const found = await narrow(texts).addOrderBy('text.publishedAt', 'DESC').addOrderBy('text.number').limit(IN_LIST).getMany();
      return cardsOf(manager, found, topics);
    };
    const [highlighted, mostUseful, mostViewed] = await Promise.all([
      list((texts) => texts.andWhere('article.highlighted_at is not null').orderBy('article.highlighted_at', 'DESC')),
      list((texts) => texts.andWhere('text.usefulness > 0').orderBy('text.usefulness', 'DESC').addOrderBy('article.stars_given', 'DESC')),
      list((texts) => texts.andWhere('article.views > 0').orderBy('article.views', 'DESC')),
    ]);
    return { highlighted, mostUseful, mostViewed };
  }

  @Handles(noteVisit)
  async visit({ number, visitId }: Input<typeof noteVisit>, actor: Actor): Promise<Output<typeof noteVisit>> {
    return this.db.transaction(async (tx) => {
      const { id } = await accessReadable(tx, number, actor);
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Visit)
        .values({ articleId: id, visitId, at: new Date() })
        .orIgnore()
        .returning('visit_id')
        .execute();
      if ((raw as unknown[]).length > 0) await tx.increment(Article, { id }, 'views', 1);
      const { views } = await tx.findOneOrFail(Article, { where: { id }, select: { id: true, views: true } });
      return { views };
    });
  }

  @Handles(getOwnOpinion)
  async getOpinion({ number }: Input<typeof getOwnOpinion>, actor: Actor): Promise<Output<typeof getOwnOpinion>> {
    const { manager } = this.db;
    const { id: articleId } = await accessReadable(manager, number, actor);
    const known = await manager.findOneBy(OpinionRow, { articleId, personId: personOf(actor) });
    const article = await manager.findOneByOrFail(Article, { id: articleId });
    return { isUseful: known?.isUseful ?? null, stars: known?.stars ?? null, average: averageOf(article) };
  }

  /** Counters are counted again from what all have said, under a lock of the article: changed or doubled, each person counts once. */
  @Handles(giveOpinion)
  giveOpinion({ number, isUseful, stars }: Input<typeof giveOpinion>, actor: Actor): Promise<Output<typeof giveOpinion>> {
    return this.db.transaction(async (tx) => {
      const { id: articleId, organizationId } = await accessReadable(tx, number, actor);
      const personId = personOf(actor);
      const article = await tx.findOneOrFail(Article, { where: { id: articleId }, lock: { mode: 'pessimistic_write' } });
      const before = await tx.findOneBy(OpinionRow, { articleId, personId });
      const opinion = tx.create(OpinionRow, { articleId, personId, organizationId, isUseful, stars, at: new Date() });
      await tx.save(opinion);
      take(article, before, -1);
      take(article, opinion, 1);
      const { starsGiven, starsSum, opinions, favour } = article;
      await tx.update(Article, { id: articleId, organizationId }, { starsGiven, starsSum, opinions, favour });
      await tx.update(PublishedText, { id: articleId, organizationId }, { usefulness: usefulnessOf(favour, opinions) });
      return { isUseful, stars, average: averageOf(article) };
    });
  }

  @Handles(leaveRemark)
  async leaveRemark({ number, id, words }: Input<typeof leaveRemark>, actor: Actor): Promise<Output<typeof leaveRemark>> {
    const personId = personOf(actor);
    return this.db.transaction(async (tx) => {
      const { id: articleId, organizationId } = await accessReadable(tx, number, actor);
      const known = await tx.findOneBy(Remark, { id });
      if (known && (known.personId !== personId || known.articleId !== articleId || known.words !== words)) throw new Problem(idReused);
      if (!known)
        await tx.insert(Remark, { id, organizationId, articleId, personId, words, at: new Date(), closedAt: null, closedBy: null });
      return { id };
    });
  }
}

/** @throws Problem `notSignedIn` for a visitor, whom the permission keeps out */
function personOf({ personId }: Actor): string {
  if (personId === null) throw new Problem(notSignedIn);
  return personId;
}

/** @throws Problem `articleNotFound`: not there, not published and not for this reader are one answer */
async function accessReadable(tx: EntityManager, number: string, actor: Actor): Promise<PublishedText> {
  const texts = textsFor(tx, await topicsFor(tx, actor), actor).andWhere({ number: number.trim().toUpperCase() });
  const text = await texts.getOne();
  if (!text) throw new Problem(articleNotFound);
  return text;
}

/** Adds what somebody said to the sums of an article, or takes it from them. */
function take(article: Article, opinion: OpinionRow | null, sign: 1 | -1): void {
  const favour = opinion && favourOf(opinion);
  if (opinion === null || favour === null) return;
  article.opinions += sign;
  article.favour += sign * favour;
  if (opinion.stars === null) return;
  article.starsGiven += sign;
  article.starsSum += sign * opinion.stars;
}
