import { type NewPassage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover, Subject } from '@sportello/casework/subject';
import type { Language } from '@sportello/contracts/contract';
import type { ProfileKind, SignInMethod } from '@sportello/contracts/identity/people';
import { followedPractice } from '@sportello/contracts/practices/fields';
import type { QueueRow } from '@sportello/contracts/practices/queue';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import type { Content } from '@sportello/stored-forms/content';
import type { Frozen } from '@sportello/stored-forms/freeze';
import type { KnownPerson } from '@sportello/stored-forms/known-person';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import type { MoveName } from './move-name.js';
import { findLine, type ProcedureRules, type Situation } from './moves.js';

/** Where somebody is in charge and there is still something to do. */
export const worked = ['under_review', 'awaiting_amendment', 'amendment_submitted'] as const;
/** Where nobody is in charge yet, or any more. */
export const waiting = ['submitted', 'registered', 'awaiting_amendment', 'amendment_submitted'] as const;

/** A condition in the words of the partial indexes, by which PostgreSQL knows that it may use them. */
export const isAmong = (statuses: readonly PracticeStatus[], column = 'status'): string =>
  `${column} in (${statuses.map((status) => `'${status}'`).join(', ')})`;

/** A request of a person to an office, from the first saved draft to its outcome. */
@Entity('practices')
@Index('practices_own', ['applicantId', 'profileId', 'changedAt', 'id'])
@Index('practices_queue', ['procedureId', 'changedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_queue_by_status', ['procedureId', 'status', 'changedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_waiting', ['procedureId', 'changedAt', 'id'], {
  where: `submitted_at is not null and officer_id is null and ${isAmong(waiting)}`,
})
@Index('practices_in_charge', ['officerId', 'procedureId', 'changedAt', 'id'], { where: isAmong(worked) })
@Index('practices_of_office', ['officeId', 'procedureId', 'changedAt', 'id'], { where: `office_id is not null and ${isAmong(worked)}` })
@Index('practices_without_receipt', ['submittedAt'], { where: 'submitted_at is not null and receipt_issued_at is null' })
@Index('practices_recent', ['organizationId', 'changedAt', 'id'], { where: 'submitted_at is not null' })
/** GIN: the migration makes it, because decorators know no kinds of index. */
@Index('practices_words', { synchronize: false })
export class Practice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') procedureId!: string;
  @Column('uuid') formId!: string;
  @Index('practices_number', { unique: true })
  @Column('text')
  number!: string;

  @Column('uuid') applicantId!: string;
  @Column('uuid') profileId!: string;
  @Column('text') profileKind!: ProfileKind;
  @Column('text') applicantName!: string;
  @Column('text') applicantFiscalCode!: string;
  @Column('text') method!: z.infer<typeof SignInMethod>;
  /** Level of assurance of the sign-in, 1 to 3. */
  @Column('integer') level!: number;
  /** The sign-in by which it was sent: it stands for a signature (IDE-29). */
  @Column('uuid', { nullable: true }) authenticationId!: string | null;
  /** What identity said of the applicant when the draft was opened: it fills the fields that nobody may type. */
  @Column('jsonb') known!: KnownPerson;
  /** The words by which an officer finds it: name, fiscal code, number and its last digits (PRA-25). Written once, never read. */
  @Column('tsvector', { select: false }) words!: string;

  /** The sent request of which this one is a corrected copy. */
  @Column('uuid', { nullable: true }) copyOfId!: string | null;
  /** SHA-256 of what it was opened with: the same opening again is told from another one under the same id. */
  @Column('text', { nullable: true }) openedWith!: string | null;

  @Column('text') status!: PracticeStatus;
  /** Grows with every change. */
  @Column('integer') version!: number;
  @Column('jsonb') content!: Content;
  /** Of content and attachments, from completion on. */
  @Column('text', { nullable: true }) contentSha256!: string | null;
  @Column('text', { nullable: true }) confirmationMail!: string | null;
  /** Of the one who completed it, and of its documents. */
  @Column('text', { default: 'it' }) language!: Language;
  @Column('timestamptz') createdAt!: Date;
  /** Of the last passage. */
  @Column('timestamptz') changedAt!: Date;
  /** Of the last change of content. */
  @Column('timestamptz') savedAt!: Date;

  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  /** Place in the order of arrival of its procedure, from 1. */
  @Column('integer', { nullable: true }) position!: number | null;
  /** Of the key that signed the mark; null for marks from before keys had names. */
  @Column('text', { nullable: true }) kid!: string | null;
  @Column('text', { nullable: true }) signature!: string | null;
  /** The version that went: sending it again answers the same mark, sending what another tab showed does not. */
  @Column('integer', { nullable: true }) sentVersion!: number | null;
  /** Days told at the sending (PRA-52): what the calendar becomes later does not move them. */
  @Column('date', { nullable: true }) existingCredentialOn!: string | null;
  @Column('date', { nullable: true }) newCredentialOn!: string | null;
  @Column('timestamptz', { nullable: true }) receiptIssuedAt!: Date | null;
  @Column('text', { nullable: true }) protocolNumber!: string | null;

  @Column('uuid', { nullable: true }) officerId!: string | null;
  @Column('text', { nullable: true }) officerName!: string | null;
  @Column('uuid', { nullable: true }) officeId!: string | null;
  @Column('text', { nullable: true }) officeName!: string | null;
  @Column('text') priority!: z.infer<typeof QueueRow>['priority'];
  @Column('text', { nullable: true }) outcomeMessage!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;

  /** @param version the one that the author last saw */
  save(content: Content, confirmationMail: string | null, version: number, rules: ProcedureRules, mover: Mover, now: Date): void {
    const line = findLine('save', this.situation(rules), mover, now);
    if (line instanceof Problem) throw line;
    checkVersion(version, this.version);
    Object.assign(this, { content, confirmationMail, savedAt: now, version: this.version + 1 });
  }

  /** Closes the compilation: what was checked is what will be sent. */
  complete(
    { content, sha256, confirmationMail, language }: Frozen,
    version: number,
    rules: ProcedureRules,
    mover: Mover,
    now: Date,
  ): NewPassage {
    const passage = this.move('complete', version, rules, mover, now);
    Object.assign(this, { content, contentSha256: sha256, confirmationMail, language, savedAt: now });
    return passage;
  }

  reopen(version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('reopen', version, rules, mover, now);
    this.contentSha256 = null;
    return passage;
  }

  /** What the author wrote is erased; number and passages stay, so that the number is not used again. */
  erase(version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('delete', version, rules, mover, now);
    Object.assign(this, { content: {}, contentSha256: null, confirmationMail: null, known: { person: {} }, savedAt: now });
    return passage;
  }

  take(officer: OfficerInCharge, version: number, rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('take', version, rules, { side: 'officer', id: officer.id, name: officer.name }, now);
    Object.assign(this, { officerId: officer.id, officerName: officer.name, officeId: officer.officeId, officeName: officer.officeName });
    return passage;
  }

  /** Nobody is in charge any more; the office stays, so that it finds the practice in its queue. */
  giveBack(rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('give-back', this.version, rules, { side: 'system' }, now);
    Object.assign(this, { officerId: null, officerName: null });
    return passage;
  }

  decide({ decision, message }: Decision, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move(decision === 'approved' ? 'approve' : 'reject', version, rules, mover, now);
    Object.assign(this, { outcomeMessage: message || null, decidedAt: now });
    return passage;
  }

  /**
   * Makes a move of the table, and gives the passage to be kept.
   * @param version the one that the mover was shown
   * @throws Problem when the table refuses it, or `changedMeanwhile`; nothing is changed then
   */
  move(move: MoveName, version: number, rules: ProcedureRules, mover: Mover, now: Date, reason: string | null = null): NewPassage {
    const line = findLine(move, this.situation(rules), mover, now);
    if (line instanceof Problem) throw line;
    checkVersion(version, this.version);
    this.status = line.to;
    this.changedAt = now;
    this.version += 1;
    return passageOf(subjectOf(this), { move, from: line.from, to: line.to, reason }, mover, now);
  }

  /** Whether a completion that began from this version is what stands here. */
  isCompletionOf(version: number): boolean {
    return this.status === 'ready' && showsCompleted(version, this.version);
  }

  situation(procedure: ProcedureRules): Situation {
    const { status, profileKind, officerId, officerName } = this;
    return { status, profileKind, officerId, officerName, procedure };
  }
}

export interface Decision {
  decision: 'approved' | 'rejected';
  message: string | null;
}

export interface OfficerInCharge {
  id: string;
  name: string;
  officeId: string | null;
  officeName: string | null;
}

/**
 * Completing changes nothing of what its author had seen: whoever was shown the draft just before was shown the same.
 * @param completed the version that the completion made
 */
export const showsCompleted = (shown: number, completed: number): boolean => shown === completed || shown === completed - 1;

/** A practice among all that is followed. */
export const subjectOf = ({ id, organizationId }: Pick<Practice, 'id' | 'organizationId'>): Subject => ({
  kind: followedPractice.kind,
  id,
  organizationId,
});
