import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { BulkAct } from '@sportello/contracts/practices/bulk';
import type { Actor } from '@sportello/messaging/actor';
import { PracticeMessages } from '../correspondence/practice-messages.js';
import { MarksService } from '../marks/marks.service.js';
import { AssignmentsService } from '../queue/assignments.service.js';
import { WorkService } from '../queue/work.service.js';
import type { BulkItem } from './bulk.entity.js';

/** Does an act with one practice, by the door by which a page would: the same rules, and nothing new when it is done again. */
@Injectable()
export class BulkActs {
  constructor(private readonly modules: ModuleRef) {}

  async do(act: BulkAct, { id: itemId, practiceId: id, version }: BulkItem, actor: Actor): Promise<void> {
    const work = this.modules.get(WorkService);
    const assignments = this.modules.get(AssignmentsService);
    const marks = this.modules.get(MarksService);
    switch (act.kind) {
      case 'take':
        await work.take({ id, version }, actor);
        return;
      case 'release':
        await assignments.release({ id, version }, actor);
        return;
      case 'assign':
        await assignments.assign({ id, version, to: act.to, assigneeId: act.assigneeId }, actor);
        return;
      case 'add-tag':
        await marks.addTag({ id, tag: act.tag }, actor);
        return;
      case 'set-priority':
        await marks.setPriority({ id, priority: act.priority }, actor);
        return;
      case 'send-message':
        await this.modules.get(PracticeMessages).send({ id, messageId: itemId, text: act.text, attachmentIds: [] }, actor);
        return;
      case 'approve':
        await work.decide({ id, version, decision: 'approved', message: act.message, attachmentIds: [], stamps: [] }, actor);
        return;
      case 'reject':
        await work.decide({ id, version, decision: 'rejected', message: act.message, attachmentIds: [], stamps: [] }, actor);
    }
  }
}
