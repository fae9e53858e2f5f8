import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { decidePractice, practiceApproved, practiceAssigned, practiceRejected, takePractice } from '@sportello/contracts/practices';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { sendFiles } from '../attachments/attachments.service.js';
import { accessAsOfficer } from '../practices/access.js';
import { tell } from '../practices/facts.js';
import { Passage } from '../practices/passage.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';

/** What an officer does with a practice, from taking it in charge to its outcome. */
@Controller()
export class WorkService {
  constructor(
    private readonly db: DataSource,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(takePractice)
  async take({ id }: Input<typeof takePractice>, actor: Actor): Promise<Output<typeof takePractice>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, officer } = await accessAsOfficer(tx, id, actor);
      if (practice.officerId === officer.id) return;
      const now = new Date();
      await tx.insert(Passage, practice.take(officer, procedure, now));
      await tx.save(practice);
      await tell(tx, practiceAssigned, practice, now);
    });
    return this.reader.read(id, actor);
  }

  /** The same decision again answers the first; another one is refused. */
  @Handles(decidePractice)
  async decide(
    { id, decision, message, attachmentIds }: Input<typeof decidePractice>,
    actor: Actor,
  ): Promise<Output<typeof decidePractice>> {
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      if (practice.status === decision && practice.officerId === mover.id) return;
      const now = new Date();
      await tx.insert(Passage, practice.decide(decision, message?.replaceAll('\0', '') ?? null, procedure, mover, now));
      await tx.save(practice);
      await sendFiles(tx, accessed, { ids: attachmentIds, purpose: 'outcome', sentWith: null, now });
      await tell(tx, decision === 'approved' ? practiceApproved : practiceRejected, practice, now);
    });
    return this.reader.read(id, actor);
  }
}
