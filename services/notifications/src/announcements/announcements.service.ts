import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import {
  amendmentAccepted,
  amendmentRefused,
  amendmentRequested,
  amendmentSubmitted,
  messageSent,
  practiceApproved,
  practiceAssigned,
  practiceRejected,
  practiceSubmitted,
  receiptIssued,
} from '@sportello/contracts/practices';
import { currentTraceparent } from '@sportello/messaging/context';
import { On } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { ringAfterCommit } from '../alarms.js';
import { stableId } from '../stable-id.js';
import type { Template } from '../templates/texts.js';
import { Announcement } from './announcement.entity.js';

type Fact = Payload<typeof practiceSubmitted>;

/** Notes, in the transaction of the event, that something is to be told. A job tells it. */
@Injectable()
export class AnnouncementsService {
  @On(practiceSubmitted, { from: 'now' })
  noteSubmitted(fact: Fact, tx: EntityManager) {
    return this.announce('submitted', fact, tx);
  }

  @On(receiptIssued, { from: 'now' })
  noteReceipt(fact: Fact, tx: EntityManager) {
    return this.announce('receipt', fact, tx);
  }

  @On(practiceAssigned, { from: 'now' })
  noteAssigned(fact: Fact, tx: EntityManager) {
    return this.announce('assigned', fact, tx);
  }

  @On(amendmentRequested, { from: 'now' })
  noteAmendmentRequested(fact: Fact, tx: EntityManager) {
    return this.announce('amendment-requested', fact, tx);
  }

  @On(amendmentSubmitted, { from: 'now' })
  noteAmendmentSubmitted(fact: Fact, tx: EntityManager) {
    return this.announce('amendment-submitted', fact, tx);
  }

  @On(amendmentAccepted, { from: 'now' })
  noteAmendmentAccepted(fact: Fact, tx: EntityManager) {
    return this.announce('amendment-accepted', fact, tx);
  }

  @On(amendmentRefused, { from: 'now' })
  noteAmendmentRefused(fact: Fact, tx: EntityManager) {
    return this.announce('amendment-refused', fact, tx);
  }

  @On(practiceApproved, { from: 'now' })
  noteApproved(fact: Fact, tx: EntityManager) {
    return this.announce('approved', fact, tx);
  }

  @On(practiceRejected, { from: 'now' })
  noteRejected(fact: Fact, tx: EntityManager) {
    return this.announce('rejected', fact, tx);
  }

  @On(messageSent, { from: 'now' })
  noteMessage(fact: Payload<typeof messageSent>, tx: EntityManager) {
    return this.announce(fact.from === 'office' ? 'message-from-office' : 'message-from-applicant', fact, tx);
  }

  private async announce(template: Template, fact: Fact, tx: EntityManager): Promise<void> {
    const { practiceId, organizationId, procedureId, applicantId, version, at } = fact;
    const id = stableId(at, template, practiceId, version);
    const traceparent = currentTraceparent();
    await tx
      .createQueryBuilder()
      .insert()
      .into(Announcement)
      .values({ id, organizationId, practiceId, procedureId, applicantId, template, at, heardAt: new Date(), traceparent })
      .orIgnore()
      .execute();
    ringAfterCommit(tx, id);
  }
}
