import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { practiceWithdrawn } from '@sportello/contracts/practices/events';
import { moveRefused } from '@sportello/contracts/practices/states';
import { withdrawPractice } from '@sportello/contracts/practices/withdrawals';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, In } from 'typeorm';
import { Amendment } from '../amendments/amendment.entity.js';
import { Observations } from '../observations/observations.entity.js';
import { access } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { Handover } from '../protocol/handover.js';

/** The applicant takes back what she sent (PRA-20, PRA-21). */
@Controller()
export class WithdrawalsService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
    private readonly handover: Handover,
  ) {}

  /** The same again answers the first. */
  @Handles(withdrawPractice)
  async withdraw({ id, version }: Input<typeof withdrawPractice>, actor: Actor): Promise<Output<typeof withdrawPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await access(tx, id, actor);
      if (practice.status === 'withdrawn' && mover.side === 'applicant') return;
      const now = new Date();
      const passage = practice.move('withdraw', version, procedure, mover, now);
      if (!(await this.handover.takeBack(tx, practice))) throw new Problem(moveRefused, isBeingAcquired);
      await keepMove(tx, practice, procedure, passage);
      const { organizationId } = practice;
      await tx.update(Amendment, { practiceId: id, organizationId, status: In(['open', 'answered']) }, { status: 'void' });
      await tx.update(Observations, { practiceId: id, organizationId, status: 'awaited' }, { status: 'ended' });
      await this.handover.file(tx, practice, procedure, 'withdrawal');
      await publishFact(tx, practiceWithdrawn, practice, now);
      await announce(tx, 'withdrawn', { practice, procedure, at: now });
    });
    return this.reader.read(id, actor);
  }
}

const isBeingAcquired = {
  it: "La pratica sta passando all'ufficio di destinazione: riprova tra poco",
  en: 'The practice is on its way to the office that deals with it: try again shortly',
};
