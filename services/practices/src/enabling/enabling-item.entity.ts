import type { DiscardReason, EnablingState } from '@sportello/contracts/practices/enabling';
import type { FilingCause } from '@sportello/contracts/practices/protocol';
import { romeInstant } from '@sportello/italy/rome-time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import { type NotTaken, waitOf } from '../systems/ask-system.js';

/** A request of enabling whose list has become items; there are none of a list that was empty. */
@Entity('enablings')
export class Enabling {
  @PrimaryColumn('uuid') practiceId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz') openedAt!: Date;
}

/**
 * A person listed in a request of enabling (PRA-52): requested, then with a credential or without, then enabled; or discarded. Its id is the
 * key under which the credential system is asked: however often, it is one.
 */
@Entity('enabling_items')
@Index('enabling_items_of_practice', ['practiceId', 'position'], { unique: true })
@Index('enabling_items_of_body', ['organizationId', 'requestedAt', 'id'])
@Index('enabling_items_due', ['nextTryAt'], { where: 'next_try_at is not null' })
@Index('enabling_items_of_person', ['organizationId', 'fiscalCode'])
export class EnablingItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') practiceNumber!: string;
  @Column('uuid') organizationId!: string;
  /** In the list, from 0. */
  @Column('integer') position!: number;
  /** The comune that asks: its ISTAT code, where the form has it, or who applied; and what it is called. */
  @Column('text') askedBy!: string;
  @Column('text') onBehalfOf!: string;
  @Column('text') givenName!: string;
  @Column('text') familyName!: string;
  @Column('text') fiscalCode!: string;
  @Column('date', { nullable: true }) birthDate!: string | null;
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('text') state!: EnablingState;
  @Column('text', { nullable: true }) reason!: DiscardReason | null;
  /** Of the regional credential, once it is known. */
  @Column('text', { nullable: true }) username!: string | null;
  /** Whether she had it before she was asked for. */
  @Column('boolean') hadCredential!: boolean;
  /** First days of the access, for who has a credential and for who is given one. */
  @Column('date') existingOn!: string;
  @Column('date') newOn!: string;
  @Column('timestamptz') requestedAt!: Date;
  /** When identity was told to make the account. */
  @Column('timestamptz', { nullable: true }) grantedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) enabledAt!: Date | null;
  /** When something is to be done next; null while somebody else has to do something, and at the end. */
  @Column('timestamptz', { nullable: true }) nextTryAt!: Date | null;
  /** Tries in a row that ended with nothing. */
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) cause!: z.infer<typeof FilingCause> | null;
  @Column('text', { nullable: true }) detail!: string | null;
  /** Counts the changes: what was asked outside is written down only if nobody was quicker. */
  @Column('integer') version!: number;

  /** She has a credential: her access begins on the second working day, or now if that has passed. */
  hasCredential(username: string): void {
    this.become('existing_credential', { username, hadCredential: true, nextTryAt: romeInstant(this.existingOn) });
  }

  /** She has none: one is asked for at once, which takes its time. */
  needsCredential(now: Date): void {
    this.become('new_credential', { nextTryAt: now });
  }

  /** A credential was made and delivered: her access begins on the sixth working day, or now if that has passed. */
  gotCredential(username: string): void {
    this.become('new_credential', { username, nextTryAt: romeInstant(this.newOn) });
  }

  discard(reason: DiscardReason): void {
    this.become('discarded', { reason, nextTryAt: null });
  }

  /** Identity is told, which makes the account. */
  grant(now: Date): void {
    this.become(this.state, { grantedAt: now, nextTryAt: null });
  }

  /** @returns false when she is enabled already, or was discarded */
  enable(at: Date): boolean {
    if (this.state === 'enabled' || this.state === 'discarded') return false;
    this.become('enabled', { enabledAt: at, nextTryAt: null });
    return true;
  }

  /** The system did nothing: it is asked again later, unless it found fault with what it was given, which a person has to put right. */
  wait({ failure, detail, isFinal, retryAfterSeconds }: NotTaken, now: Date): void {
    const nextTryAt = isFinal ? null : new Date(now.getTime() + waitOf(this.attempts, retryAfterSeconds));
    Object.assign(this, { cause: failure, detail, nextTryAt, attempts: this.attempts + 1, version: this.version + 1 });
  }

  /** @returns false when nothing waits for the system */
  retry(now: Date): boolean {
    if (this.cause === null) return false;
    Object.assign(this, { nextTryAt: now, attempts: 0, version: this.version + 1 });
    return true;
  }

  private become(state: EnablingState, changes: Partial<EnablingItem>): void {
    Object.assign(this, { state, attempts: 0, cause: null, detail: null, version: this.version + 1, ...changes });
  }
}

/** First day of the access; null as long as it is not known whether she has a credential. */
export function dueOn({ state, hadCredential, existingOn, newOn }: EnablingItem): string | null {
  if (state === 'requested' || state === 'discarded') return null;
  return hadCredential ? existingOn : newOn;
}
