import { Injectable } from '@nestjs/common';
import type { Language } from '@sportello/contracts/contract';
import { practiceApproved, practiceRejected } from '@sportello/contracts/practices/events';
import { displayDate, romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Dues } from '../dues/dues.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { findLine, running } from '../practices/moves.js';
import { isAmong, Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Handover } from '../protocol/handover.js';

const ends = {
  approved: { move: 'tacit-approve', fact: practiceApproved, news: 'tacitly-approved' },
  rejected: { move: 'tacit-reject', fact: practiceRejected, news: 'tacitly-rejected' },
} as const;

const system = { side: 'system' } as const;

/** Gives what was not answered in its term the outcome that the law gives to silence (PRA-76): of services that had set one when it was sent. */
@Injectable()
export class Silence extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly dues: Dues,
    private readonly handover: Handover,
  ) {
    super('silence', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    const silent = isAmong(running);
    return this.db.query(
      `select id from practices where term ->> 'tacit' is not null and answer_by is not null and answer_by < $1 and ${silent}
       order by answer_by, id limit $2`,
      [romeDate(now), limit],
    );
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const practice = await tx.findOneOrFail(Practice, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const { organizationId, procedureId, term, answerBy } = practice;
      if (!term?.tacit || answerBy === null) return;
      const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
      // What silence means was told at the sending, whatever the body has set since.
      const rules = { ...procedure, settings: { ...procedure.settings, tacit: term.tacit } };
      const { move, fact, news } = ends[term.tacit];
      if (findLine(move, practice.situation(rules), system, now) instanceof Problem) return;
      const words = reasons[term.tacit][practice.language](displayDate(answerBy));
      await keepMove(tx, practice, procedure, practice.decideTacitly(move, words, rules, now));
      await this.dues.consume(tx, practice);
      await this.handover.file(tx, practice, procedure, 'outcome', practice.outcomeSource);
      await publishFact(tx, fact, practice, now);
      await announce(tx, news, { practice, procedure, at: now });
    });
  }
}

const reasons: Record<'approved' | 'rejected', Record<Language, (date: string) => string>> = {
  approved: {
    it: (date) =>
      `Il termine per la risposta è trascorso il ${date} senza un provvedimento: l'istanza si intende accolta (silenzio assenso, articolo 20 della legge 241/1990).`,
    en: (date) =>
      `The term for the answer passed on ${date} without a decision: the request is deemed approved (tacit consent, article 20 of Italian law 241/1990).`,
  },
  rejected: {
    it: (date) =>
      `Il termine per la risposta è trascorso il ${date} senza un provvedimento: l'istanza si intende respinta (silenzio rigetto).`,
    en: (date) => `The term for the answer passed on ${date} without a decision: the request is deemed rejected (tacit refusal).`,
  },
};
