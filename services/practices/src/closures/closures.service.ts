import { Controller } from '@nestjs/common';
import { takeBackFiles } from '@sportello/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { cancelPractice, reopenPractice } from '@sportello/contracts/practices/closures';
import { practiceCancelled, practiceReopened } from '@sportello/contracts/practices/events';
import { moveRefused } from '@sportello/contracts/practices/states';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, In } from 'typeorm';
import { Amendment } from '../amendments/amendment.entity.js';
import { Dues } from '../dues/dues.js';
import { Payment } from '../dues/payment.entity.js';
import { admit } from '../limits/limits.js';
import { Observations } from '../observations/observations.entity.js';
import { accessAsOfficer, candidateOf } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { PastOutcome } from './past-outcome.entity.js';

/** The ends that are no decision, and the way back from an end. */
@Controller()
export class ClosuresService {
  constructor(
    private readonly db: DataSource,
    private readonly dues: Dues,
    private readonly reader: PracticeReader,
  ) {}

  /** The same again answers the first. What was asked of the applicant is not awaited any more, and what she paid is to be given back. */
  @Handles(cancelPractice)
  async cancel({ id, version, reason }: Input<typeof cancelPractice>, actor: Actor): Promise<Output<typeof cancelPractice>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      if (practice.status === 'cancelled' && practice.version === version + 1 && practice.outcomeMessage === reason) return;
      const now = new Date();
      const isHeld = practice.phase === 'release';
      await this.dues.drop(tx, practice, now);
      await keepMove(tx, practice, procedure, practice.cancel(reason, version, procedure, mover, now));
      if (isHeld) await takeBackFiles(tx, accessed, { purpose: 'outcome', sentWith: practice.outcomeId });
      const ofPractice = { practiceId: id, organizationId: practice.organizationId };
      await tx.update(Amendment, { ...ofPractice, status: In(['open', 'answered']) }, { status: 'void' });
      await tx.update(Observations, { ...ofPractice, status: 'awaited' }, { status: 'ended' });
      await publishFact(tx, practiceCancelled, practice, now);
      await announce(tx, 'cancelled', { practice, procedure, at: now, by: mover.id, quote: reason });
    });
    return this.reader.read(id, actor);
  }

  /** The same again answers the first. */
  @Handles(reopenPractice)
  async reopen({ id, version, reason }: Input<typeof reopenPractice>, actor: Actor): Promise<Output<typeof reopenPractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, officer, mover } = await accessAsOfficer(tx, id, actor);
      if (practice.status === 'under_review' && practice.version === version + 1 && practice.outcomeId !== null) return;
      if (practice.status === 'cancelled' && (await tx.existsBy(Payment, { practiceId: id, status: 'completed' })))
        throw new Problem(moveRefused, isGivenBack);
      const now = new Date();
      const { status, outcomeMessage: message, decidedAt, outcomeSource, organizationId } = practice;
      // It was asked for again meanwhile, where it may be asked for once.
      const refused = (await admit(tx, [candidateOf(practice, procedure)])).get(id);
      if (refused) throw refused;
      const passage = practice.reopenClosed(officer, reason, version, procedure, mover, now);
      if (decidedAt) await tx.insert(PastOutcome, { id: outcomeSource, organizationId, practiceId: id, status, message, decidedAt });
      await keepMove(tx, practice, procedure, passage);
      await publishFact(tx, practiceReopened, practice, now);
      await announce(tx, 'reopened', { practice, procedure, at: now, by: mover.id, quote: reason });
    });
    return this.reader.read(id, actor);
  }
}

const isGivenBack = {
  it: 'Quello che era stato pagato è fra i rimborsi: il richiedente presenta una nuova istanza',
  en: 'What was paid is on the list of refunds: the applicant sends a new request',
};
