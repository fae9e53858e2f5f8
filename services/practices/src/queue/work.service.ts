import { Controller } from '@nestjs/common';
import { filesLeft, sendFiles, wereSent } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  paymentRequested,
  practiceApproved,
  practiceAssigned,
  practicePartiallyApproved,
  practiceRejected,
} from '@sportello/contracts/practices/events';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { duesNotAsked } from '@sportello/contracts/practices/stamps';
import { reasonRequired } from '@sportello/contracts/practices/states';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { Dues } from '../dues/dues.js';
import { checkTicked } from '../marks/checklists.service.js';
import { accessAsOfficer } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { isHeldBy } from '../practices/moves.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { Handover } from '../protocol/handover.js';

const facts = { approved: practiceApproved, partially_approved: practicePartiallyApproved, rejected: practiceRejected };

/** What an officer does with a practice, from its assignment to its outcome. */
@Controller()
export class WorkService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
    private readonly handover: Handover,
    private readonly dues: Dues,
  ) {}

  @Handles(takePractice)
  async take({ id, version }: Input<typeof takePractice>, actor: Actor): Promise<Output<typeof takePractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, officer, mover } = await accessAsOfficer(tx, id, actor);
      if (practice.officerId === officer.id) return;
      const now = new Date();
      await tx.insert(Passage, practice.take(officer, version, procedure, mover, now));
      await tx.save(practice);
      await publishFact(tx, practiceAssigned, practice, now);
      await announce(tx, 'assigned', { practice, procedure, at: now });
    });
    return this.reader.read(id, actor);
  }

  /** The same decision again answers the first; another one is refused. */
  @Handles(decidePractice)
  async decide(
    { id, version, decision, message: words, attachmentIds, ...asked }: Input<typeof decidePractice>,
    actor: Actor,
  ): Promise<Output<typeof decidePractice>> {
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const message = words || null;
      const isWaiting = asked.stamps.length > 0 || asked.payment !== undefined;
      const stands = isWaiting ? practice.pendingOutcome : practice.status;
      const isSame = stands === decision && isHeldBy(practice, mover.id) && practice.outcomeMessage === message;
      const files = { ids: attachmentIds, purpose: 'outcome', sentWith: practice.outcomeId };
      if (isSame && (await wereSent(tx, accessed, files))) return filesLeft(tx, accessed, 'outcome');
      const now = new Date();
      if (decision !== 'rejected') {
        await this.dues.checkStamped(tx, practice, procedure);
        await checkTicked(tx, practice);
      }
      if (isWaiting) {
        if (decision !== 'approved') throw new Problem(duesNotAsked);
        this.dues.checkAsked(asked, procedure);
        await keepMove(tx, practice, procedure, practice.approveWithDues(message, version, procedure, mover, now));
        await this.dues.ask(tx, practice, asked, now);
        await sendFiles(tx, accessed, files, now);
        await publishFact(tx, paymentRequested, practice, now);
        await announce(tx, 'dues-asked', { practice, procedure, at: now });
        return filesLeft(tx, accessed, 'outcome');
      }
      const passage = practice.decide({ decision, message }, version, procedure, mover, now);
      if (decision === 'rejected' && message === null && attachmentIds.length === 0) throw new Problem(reasonRequired);
      await keepMove(tx, practice, procedure, passage);
      await sendFiles(tx, accessed, files, now);
      await this.dues.consume(tx, practice);
      await this.handover.file(tx, practice, procedure, 'outcome', practice.outcomeSource);
      await publishFact(tx, facts[decision], practice, now);
      await announce(tx, decision === 'partially_approved' ? 'partially-approved' : decision, { practice, procedure, at: now });
      return filesLeft(tx, accessed, 'outcome');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }
}
