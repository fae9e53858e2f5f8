import { Controller } from '@nestjs/common';
import { filesLeft, sendFiles, wereSent } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Output } from '@sportello/contracts/contract';
import { practiceApproved, practiceAssigned, practiceRejected } from '@sportello/contracts/practices/events';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { accessAsOfficer } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { PracticeReader } from '../practices/practice-reader.js';

/** What an officer does with a practice, from its assignment to its outcome. */
@Controller()
export class WorkService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(takePractice)
  async take({ id, version }: Input<typeof takePractice>, actor: Actor): Promise<Output<typeof takePractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, officer } = await accessAsOfficer(tx, id, actor);
      if (practice.officerId === officer.id) return;
      const now = new Date();
      await tx.insert(Passage, practice.take(officer, version, procedure, now));
      await tx.save(practice);
      await publishFact(tx, practiceAssigned, practice, now);
      await announce(tx, 'assigned', { practice, procedure, at: now });
    });
    return this.reader.read(id, actor);
  }

  /** The same decision again answers the first; another one is refused. */
  @Handles(decidePractice)
  async decide(
    { id, version, decision, message: words, attachmentIds }: Input<typeof decidePractice>,
    actor: Actor,
  ): Promise<Output<typeof decidePractice>> {
    const unusedFiles = await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const message = words || null;
      const files = { ids: attachmentIds, purpose: 'outcome', sentWith: null };
      const isSame = practice.status === decision && practice.officerId === mover.id && practice.outcomeMessage === message;
      if (isSame && (await wereSent(tx, accessed, files))) return filesLeft(tx, accessed, 'outcome');
      const now = new Date();
      await tx.insert(Passage, practice.decide({ decision, message }, version, procedure, mover, now));
      await tx.save(practice);
      await sendFiles(tx, accessed, files, now);
      await publishFact(tx, decision === 'approved' ? practiceApproved : practiceRejected, practice, now);
      await announce(tx, decision, { practice, procedure, at: now });
      return filesLeft(tx, accessed, 'outcome');
    });
    return { ...(await this.reader.read(id, actor)), unusedFiles };
  }
}
