import { type NewPassage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover, Subject } from '@sportello/casework/subject';
import type { Language } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import type { ProfileKind, SignInMethod } from '@sportello/contracts/identity/people';
import type { ActionKind } from '@sportello/contracts/practices/action-kinds';
import type { DuePhase } from '@sportello/contracts/practices/dues';
import { type DeskWay, followedPractice, type Priority } from '@sportello/contracts/practices/fields';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import type { TermSettings } from '@sportello/contracts/practices/terms';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import type { Content } from '@sportello/stored-forms/content';
import type { Frozen } from '@sportello/stored-forms/freeze';
import type { KnownPerson } from '@sportello/stored-forms/known-person';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import { answerable } from '../terms/term.js';
import type { MoveName } from './move-name.js';
import { findLine, type ProcedureRules, running, type Situation, worked } from './moves.js';

/** Where nobody is in charge yet, or any more. */
export const waiting = ['submitted', 'registered', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations'] as const;

/** Where what was asked for was obtained. */
export const active: readonly PracticeStatus[] = ['approved', 'partially_approved'];
/** Where nothing is to be done any more. */
export const ended: readonly PracticeStatus[] = [...active, 'rejected', 'withdrawn', 'cancelled', 'acquired', 'deleted'];

/** A condition in the words of the partial indexes, by which PostgreSQL knows that it may use them. */
export const isAmong = (statuses: readonly PracticeStatus[], column = 'status'): string =>
  `${column} in (${statuses.map((status) => `'${status}'`).join(', ')})`;

/** A request of a person to an office, from the first saved draft to its outcome. */
@Entity('practices')
@Index('practices_own', ['applicantId', 'profileId', 'changedAt', 'id'])
@Index('practices_queue', ['procedureId', 'changedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_queue_by_sending', ['procedureId', 'submittedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_decided', ['procedureId', 'decidedAt', 'submittedAt'], { where: 'decided_at is not null' })
@Index('practices_queue_by_status_and_sending', ['procedureId', 'status', 'submittedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_queue_by_status', ['procedureId', 'status', 'changedAt', 'id'], { where: 'submitted_at is not null' })
@Index('practices_waiting', ['procedureId', 'changedAt', 'id'], {
  where: `submitted_at is not null and officer_id is null and ${isAmong(waiting)}`,
})
@Index('practices_in_charge', ['officerId', 'procedureId', 'changedAt', 'id'], { where: isAmong(worked) })
@Index('practices_of_office', ['officeId', 'procedureId', 'changedAt', 'id'], { where: `office_id is not null and ${isAmong(worked)}` })
@Index('practices_without_term', ['id'], { where: `submitted_at is not null and answer_by is null and ${isAmong(answerable)}` })
@Index('practices_by_last_day', ['answerBy', 'id'], {
  where: `answer_by is not null and ${isAmong(running)}`,
})
@Index('practices_silent', ['answerBy', 'id'], { where: "term ->> 'tacit' is not null and answer_by is not null" })
@Index('practices_by_officer', ['officerId', 'procedureId', 'status', 'changedAt', 'id'], { where: 'officer_id is not null' })
@Index('practices_by_office', ['officeId', 'procedureId', 'status', 'changedAt', 'id'], { where: 'office_id is not null' })
@Index('practices_without_receipt', ['submittedAt'], { where: 'submitted_at is not null and receipt_issued_at is null' })
@Index('practices_stalled', ['procedureId', 'status', 'changedAt'], {
  where: isAmong(['draft', 'ready', 'awaiting_payment', 'awaiting_amendment']),
})
@Index('practices_at_desk', ['deskOfficerId', 'savedAt', 'id'], { where: "desk_officer_id is not null and status in ('draft', 'ready')" })
@Index('practices_enabling', ['id'], { where: 'existing_credential_on is not null' })
/** GIN: the migration makes it, because decorators know no kinds of index. */
@Index('practices_to_assign', ['toAssignSince'], { where: 'to_assign_since is not null' })
@Index('practices_words', { synchronize: false })
/** By what decorators cannot say: an alphabet, and the place of a priority among priorities. */
@Index('practices_queue_by_name', { synchronize: false })
@Index('practices_queue_by_term', { synchronize: false })
@Index('practices_queue_by_priority', { synchronize: false })
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
  /** Level of assurance of the sign-in, 1 to 3. Method and level are of the sign-in that began it, then of the one that sent it. */
  @Column('integer') level!: number;
  /** The sign-in by which it was sent: it stands for a signature (IDE-29). */
  @Column('uuid', { nullable: true }) authenticationId!: string | null;
  /** When that was; null for what was sent before it was kept. */
  @Column('timestamptz', { nullable: true }) authenticatedAt!: Date | null;
  /** What identity said of the applicant when the draft was opened: it fills the fields that nobody may type. */
  @Column('jsonb') known!: KnownPerson;
  /** The words by which an officer finds it (PRA-25), as `practice-words.ts` writes them. Never read. */
  @Column('tsvector', { select: false }) words!: string;

  /** The sent request of which this one is a corrected copy. */
  @Column('uuid', { nullable: true }) copyOfId!: string | null;
  /** What it asks for about an approved one, which a link of the kind `action-on` names. */
  @Column('text', { nullable: true }) action!: ActionKind | null;
  /** SHA-256 of what it was opened with: the same opening again is told from another one under the same id. */
  @Column('text', { nullable: true }) openedWith!: string | null;
  /** How its applicant met the officer who filled it in for her; null where she did it herself (PRA-83). */
  @Column('text', { nullable: true }) deskWay!: DeskWay | null;
  @Column('uuid', { nullable: true }) deskOfficerId!: string | null;
  @Column('text', { nullable: true }) deskOfficerName!: string | null;

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
  /** Places of its service that it took, where those are counted. */
  @Column('integer', { nullable: true }) places!: number | null;
  /** The version that went: sending it again answers the same mark, sending what another tab showed does not. */
  @Column('integer', { nullable: true }) sentVersion!: number | null;
  /** Days told at the sending (PRA-52): what the calendar becomes later does not move them. */
  @Column('date', { nullable: true }) existingCredentialOn!: string | null;
  @Column('date', { nullable: true }) newCredentialOn!: string | null;
  /** Within which term it is answered, as the service had set when it was sent. */
  @Column('jsonb', { nullable: true }) term!: TermSettings | null;
  /** Last day for the answer, as its passages say; null when nothing is to be answered. */
  @Column('date', { nullable: true }) answerBy!: string | null;
  /** Last day of the opinions of other offices that are awaited; null when none is. */
  @Column('date', { nullable: true }) opinionBy!: string | null;
  @Column('timestamptz', { nullable: true }) receiptIssuedAt!: Date | null;
  @Column('text', { nullable: true }) protocolNumber!: string | null;
  @Column('timestamptz', { nullable: true }) protocolAt!: Date | null;

  @Column('uuid', { nullable: true }) officerId!: string | null;
  @Column('text', { nullable: true }) officerName!: string | null;
  /** Who stands in for the officer in charge at this moment; set where it is loaded for somebody else than her. */
  substituteId?: string | null;
  @Column('uuid', { nullable: true }) officeId!: string | null;
  @Column('text', { nullable: true }) officeName!: string | null;
  /** Whether only officers of its office work it: it was assigned to that by itself (PRA-35). Who gives it away gives that along. */
  @Column('boolean', { default: false }) officeOnly!: boolean;
  /** Since when it waits for the rules by which it is assigned; null for what waits for none, or was assigned. */
  @Column('timestamptz', { nullable: true }) toAssignSince!: Date | null;
  @Column('text') priority!: Priority;
  /** In the order in which they were added. */
  @Column('text', { array: true, default: [] }) tags!: string[];
  /** Of an outcome after a reopening; the first one has none. */
  @Column('uuid', { nullable: true }) outcomeId!: string | null;
  @Column('text', { nullable: true }) outcomeMessage!: string | null;
  /** Of the outcome that is released: what waits for stamps or a payment is decided and not released. */
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** What waits for stamps and payments. */
  @Column('text', { nullable: true }) phase!: DuePhase | null;
  /** The outcome that is released when all is settled. */
  @Column('text', { nullable: true }) pendingOutcome!: 'approved' | null;
  /** Whether a payment or a stamp has ever been asked for or declared: then it is not withdrawn (PRA-21). */
  @Column('boolean', { default: false }) hasPayment!: boolean;

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
    Object.assign(this, { content: {}, contentSha256: null, confirmationMail: null, known: { person: {} }, savedAt: now, phase: null });
    return passage;
  }

  take(officer: OfficerInCharge, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('take', version, rules, mover, now);
    this.putInCharge(officer);
    return passage;
  }

  /** In the place of the officer in charge, whatever the state. */
  takeOver(officer: OfficerInCharge, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('take-over', version, rules, mover, now, this.officerName);
    this.putInCharge(officer);
    return passage;
  }

  /** Counts as taken by the one who was chosen. */
  assign(officer: OfficerInCharge, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('assign', version, rules, mover, now, officer.name);
    this.putInCharge(officer);
    return passage;
  }

  /** One of the office must take it before any work. */
  assignToOffice(
    office: Pick<OfficerInCharge, 'officeId' | 'officeName'>,
    version: number,
    rules: ProcedureRules,
    mover: Mover,
    now: Date,
  ) {
    const passage = this.move('assign-office', version, rules, mover, now, office.officeName);
    Object.assign(this, { officerId: null, officerName: null, officeId: office.officeId, officeName: office.officeName });
    return passage;
  }

  /** By what was chosen in its form: from now on only that office works it. */
  autoAssignToOffice(office: Pick<OfficerInCharge, 'officeId' | 'officeName'>, rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('auto-assign', this.version, rules, { side: 'system' }, now, office.officeName);
    Object.assign(this, { officeId: office.officeId, officeName: office.officeName, officeOnly: true });
    return passage;
  }

  autoAssign(officer: OfficerInCharge, rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('auto-assign-officer', this.version, rules, { side: 'system' }, now, officer.name);
    this.putInCharge(officer);
    return passage;
  }

  release(version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('release', version, rules, mover, now);
    Object.assign(this, { officerId: null, officerName: null });
    return passage;
  }

  private putInCharge({ id, name, officeId, officeName }: OfficerInCharge): void {
    Object.assign(this, { officerId: id, officerName: name, officeId, officeName });
  }

  /** Nobody is in charge any more; the office stays, so that it finds the practice in its queue. */
  giveBack(rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('give-back', this.version, rules, { side: 'system' }, now);
    Object.assign(this, { officerId: null, officerName: null });
    return passage;
  }

  /** What was sent is kept with the correction; its hash stays, because it was signed. */
  correct(
    { content, confirmationMail, reason }: { content: Content; confirmationMail: string | null; reason: string },
    version: number,
    rules: ProcedureRules,
    mover: Mover,
    now: Date,
  ): NewPassage {
    const passage = this.move('correct', version, rules, mover, now, reason);
    Object.assign(this, { content, confirmationMail });
    return passage;
  }

  decide({ decision, message }: Decision, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move(moveOf[decision], version, rules, mover, now);
    Object.assign(this, { outcomeMessage: message || null, decidedAt: now });
    return passage;
  }

  /** Approved, and released when what is asked for with it is settled. */
  approveWithDues(message: string | null, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('approve-with-dues', version, rules, mover, now);
    Object.assign(this, { outcomeMessage: message || null, phase: 'release', pendingOutcome: 'approved', hasPayment: true });
    return passage;
  }

  /** An outcome that was decided is not released any more; a request that waits for its payment is never presented, and its phase says so. */
  cancel(reason: string, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('cancel', version, rules, mover, now, reason);
    Object.assign(this, { outcomeMessage: reason, decidedAt: now, pendingOutcome: null });
    if (this.phase === 'release') this.phase = null;
    return passage;
  }

  /** The outcome that was decided is released. */
  conclude(rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move('conclude', this.version, rules, { side: 'system' }, now);
    Object.assign(this, { decidedAt: now, phase: null, pendingOutcome: null });
    return passage;
  }

  /** The service decides by itself when the term is over. */
  decideTacitly(move: 'tacit-approve' | 'tacit-reject', message: string, rules: ProcedureRules, now: Date): NewPassage {
    const passage = this.move(move, this.version, rules, { side: 'system' }, now, message);
    Object.assign(this, { outcomeMessage: message, decidedAt: now });
    return passage;
  }

  /** Whoever had it in charge has it again; else the manager who reopens it. The next outcome will be another one. */
  reopenClosed(manager: OfficerInCharge, reason: string, version: number, rules: ProcedureRules, mover: Mover, now: Date): NewPassage {
    const passage = this.move('reopen-closed', version, rules, mover, now, reason);
    Object.assign(this, { outcomeId: newId(), outcomeMessage: null, decidedAt: null });
    if (this.officerId === null) this.putInCharge(manager);
    return passage;
  }

  /** The source under which the present outcome is registered and its files are kept. */
  get outcomeSource(): string {
    return this.outcomeId ?? this.id;
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
    return { ...this, procedure };
  }
}

const moveOf = { approved: 'approve', partially_approved: 'approve-partially', rejected: 'reject' } as const satisfies Record<
  string,
  MoveName
>;

export interface Decision {
  decision: keyof typeof moveOf;
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
