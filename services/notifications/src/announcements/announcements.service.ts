import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { officerInvited } from '@sportello/contracts/identity/officers';
import { signInGuessed } from '@sportello/contracts/identity/security';
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
} from '@sportello/contracts/practices/events';
import { currentTraceparent } from '@sportello/messaging/context';
import { On } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { stableId } from '../stable-id.js';
import type { Template } from '../templates/texts.js';
import { Announcement } from './announcement.entity.js';
import { TellingService } from './telling.service.js';

type Fact = Payload<typeof practiceSubmitted>;
type News = Pick<Announcement, 'id' | 'organizationId' | 'practiceId' | 'procedureId' | 'applicantId' | 'template' | 'at'> &
  Partial<Pick<Announcement, 'about'>>;

/** Notes, in the transaction of the event, that something is to be told. A job tells it. */
@Injectable()
export class AnnouncementsService {
  constructor(private readonly telling: TellingService) {}

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

  @On(signInGuessed, { from: 'now' })
  async noteGuesses({ personId, organizationId, at }: Payload<typeof signInGuessed>, tx: EntityManager) {
    const id = stableId(at, 'sign-in-guessed', personId);
    await this.note(
      { id, organizationId, practiceId: null, procedureId: null, applicantId: personId, template: 'sign-in-guessed', at },
      tx,
    );
  }

  /** She does not work for the body yet: it is told where she is an applicant. */
  @On(officerInvited, { from: 'now' })
  async noteInvitation({ personId, organizationName, at }: Payload<typeof officerInvited>, tx: EntityManager) {
    const id = stableId(at, 'officer-invited', personId);
    const about = { organization: organizationName };
    await this.note(
      { id, organizationId: null, practiceId: null, procedureId: null, applicantId: personId, template: 'officer-invited', at, about },
      tx,
    );
  }

  private async announce(template: Template, fact: Fact, tx: EntityManager): Promise<void> {
    const { practiceId, organizationId, procedureId, applicantId, version, at } = fact;
    const id = stableId(at, template, practiceId, version);
    await this.note({ id, organizationId, practiceId, procedureId, applicantId, template, at }, tx);
  }

  private async note(news: News, tx: EntityManager): Promise<void> {
    const row = { ...news, heardAt: new Date(), traceparent: currentTraceparent() };
    await tx.createQueryBuilder().insert().into(Announcement).values(row).orIgnore().execute();
    this.telling.afterCommit(tx, { id: news.id });
  }
}
