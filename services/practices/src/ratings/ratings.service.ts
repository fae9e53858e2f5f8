import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { procedureNotFound } from '@sportello/contracts/practices/procedures';
import { getRatings, type RatedPart, type RatingAnswer, rateProcedure } from '@sportello/contracts/practices/ratings';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, Not } from 'typeorm';
import { accessProcedure } from '../procedures/access-procedure.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Rating } from './rating.entity.js';

/** Ratings that are kept of each part of a service: the oldest give way. */
const MOST = 2_000;
const SHOWN_WORDS = 50;

/** What people think of services, without a word of who they are. */
@Controller()
export class RatingsService {
  constructor(private readonly db: DataSource) {}

  @Handles(rateProcedure)
  async rate(input: Input<typeof rateProcedure>, _actor: Actor): Promise<Output<typeof rateProcedure>> {
    const { id: procedureId, ratingId: id, part, stars, words } = input;
    const procedure = await this.db.manager.findOneBy(Procedure, { id: procedureId });
    if (!procedure?.isPublic) throw new Problem(procedureNotFound);
    const { organizationId } = procedure;
    const answers = [...new Set(input.answers)];
    await this.db.transaction(async (tx) => {
      const rating = { id, organizationId, procedureId, part, stars, answers, words, givenOn: romeDate(new Date()) };
      await tx.createQueryBuilder().insert().into(Rating).values(rating).orIgnore().execute();
      await tx.query(
        `delete from ratings where procedure_id = $1 and part = $2 and (given_on, id) <=
          (select given_on, id from ratings where procedure_id = $1 and part = $2 order by given_on desc, id desc offset ${MOST} limit 1)`,
        [procedureId, part],
      );
    });
    return { stars };
  }

  @Handles(getRatings)
  async get({ id }: Input<typeof getRatings>, actor: Actor): Promise<Output<typeof getRatings>> {
    await accessProcedure(this.db.manager, id, actor);
    const counts = await this.db.manager.query<{ part: RatedPart; stars: number; count: number }[]>(
      'select part, stars, count(*)::int as count from ratings where procedure_id = $1 group by part, stars',
      [id],
    );
    const said = await this.db.manager.query<{ part: RatedPart; answer: RatingAnswer; count: number }[]>(
      `select part, answer, count(*)::int as count from ratings, unnest(answers) as answer
       where procedure_id = $1 group by part, answer order by count desc, answer`,
      [id],
    );
    const words = await this.db.manager.find(Rating, {
      select: { id: true, part: true, stars: true, words: true, givenOn: true },
      where: { procedureId: id, words: Not('') },
      order: { givenOn: 'desc', id: 'desc' },
      take: SHOWN_WORDS,
    });
    const parts = (['page', 'request'] as const).filter((part) => counts.some((count) => count.part === part));
    return {
      parts: parts.map((part) => ({
        part,
        stars: [1, 2, 3, 4, 5].map((stars) => counts.find((count) => count.part === part && count.stars === stars)?.count ?? 0),
        answers: said.filter((answer) => answer.part === part),
      })),
      words,
    };
  }
}
