import type { AppointmentStatus } from '@sportello/contracts/appointments/appointments';
import type { Language } from '@sportello/contracts/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { changeableBefore } from '../slots/slots.js';

/** Which moves there are, and out of which states: there are no others. */
const moves = {
  book: ['draft'],
  move: ['confirmed', 'awaiting_approval'],
  cancel: ['draft', 'confirmed', 'awaiting_approval'],
  change: ['confirmed', 'awaiting_approval'],
  decide: ['awaiting_approval'],
  happened: ['confirmed', 'missed'],
  missed: ['confirmed', 'done'],
} as const satisfies Record<string, readonly AppointmentStatus[]>;
export type Move = keyof typeof moves;

/** So long before an appointment whoever has it is reminded. Milliseconds. */
export const REMINDED_AHEAD_MS = 24 * 3_600_000;
/** So long after an appointment its link still opens it. */
const LINK_DAYS = 7;

export interface Applicant {
  givenName: string;
  familyName: string;
  /** Null for somebody who is told on paper or by telephone. */
  mail: string | null;
  phone: string | null;
  fiscalCode: string | null;
  reason: string;
  details: string | null;
}

/**
 * By what a person is counted across calendars: her fiscal code, or else her mail, or else her telephone; null where nothing is known but her name.
 * Whoever is known by her fiscal code is found by her mail too, by whoever gives nothing else.
 */
export const heldBy = ({ fiscalCode, mail, phone }: Applicant): { holder: string | null; holderMail: string | null } => ({
  holder: fiscalCode ?? mail?.toLowerCase() ?? phone,
  holderMail: fiscalCode === null ? null : (mail?.toLowerCase() ?? null),
});

/**
 * One person's place at a calendar. That no place is given twice is held by the database, whatever writes the row: see the migration
 * `keep-places` and docs/decisions/0050-no-place-is-given-twice.md.
 */
@Entity('appointments')
@Index('appointments_opening', ['openingId', 'startsAt'])
@Index('appointments_calendar', ['calendarId', 'startsAt', 'id'])
@Index('appointments_person', ['personId', 'startsAt', 'id'], { where: 'person_id is not null' })
@Index('appointments_holder', ['organizationId', 'holder', 'startsAt'], { where: 'holder is not null' })
@Index('appointments_holder_mail', ['organizationId', 'holderMail', 'startsAt'], { where: 'holder_mail is not null' })
@Index('appointments_drafts', ['heldUntil'], { where: "status = 'draft'" })
@Index('appointments_practice', ['practiceId'], {
  unique: true,
  where: "practice_id is not null and status in ('draft', 'awaiting_approval', 'confirmed')",
})
@Index('appointments_to_remind', ['startsAt'], { where: "status = 'confirmed' and reminded_at is null" })
@Index('appointments_to_decide', ['startsAt'], { where: "status = 'awaiting_approval'" })
@Index('appointments_left', ['changedAt'], { where: 'applicant is null' })
@Index('appointments_over', ['endsAt'])
/** Of parts of words, for which decorators have none. */
@Index('appointments_words', { synchronize: false })
@Index('appointments_sender', ['sender'], { where: "status = 'draft' and sender is not null" })
export class Appointment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') calendarId!: string;
  @Column('uuid') openingId!: string;
  /** The `key` of one of the calendar's services. */
  @Column('text') service!: string;
  /** In Rome. */
  @Column('date') day!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  /** When the next meeting may begin in its place. */
  @Column('timestamptz') busyUntil!: Date;
  @Column('text') status!: AppointmentStatus;
  /** Of a draft: until when it holds its place. */
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  /** The instant of the last change, by which the database says whether drafts still hold. */
  @Column('timestamptz') changedAt!: Date;
  /** Who booked it, when she was signed in. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** Null while it is a draft. */
  @Column('jsonb', { nullable: true }) applicant!: Applicant | null;
  /** Words of the applicant and of the reason as searches compare them, without accents. */
  @Column('text', { default: '' }) words!: string;
  /** By what a person is counted across calendars: fiscal code, mail or telephone, whichever is known first. */
  @Column('text', { nullable: true }) holder!: string | null;
  /** The mail of whoever is known by her fiscal code. */
  @Column('text', { nullable: true }) holderMail!: string | null;
  /** A digest of the network that a draft without a sign-in came from; gone when it is booked. */
  @Column('text', { nullable: true }) sender!: string | null;
  @Column('text') language!: Language;
  @Column('text', { nullable: true }) videoLink!: string | null;
  /** What the office wrote last. */
  @Column('text', { nullable: true }) message!: string | null;
  /** How often whoever has it has moved it. */
  @Column('smallint', { default: 0 }) movesMade!: number;
  /** Of its file for calendars (RFC 5545, SEQUENCE): grows with what the file says. */
  @Column('smallint', { default: 0 }) sequence!: number;
  @Column('boolean', { default: false }) bookedByOfficer!: boolean;
  @Column('uuid', { nullable: true }) practiceId!: string | null;
  /** When whoever has it was reminded, or told of its hour so late that she needs no reminder. */
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('integer') version!: number;

  /** A draft whose minutes are over holds nothing, whether or not anybody has cleared it away. */
  statusAt(now: Date): AppointmentStatus {
    return this.status === 'draft' && (this.heldUntil ?? now) <= now ? 'expired' : this.status;
  }

  /** Whoever is told of its hour within the day before knows, and is not reminded. */
  tellHour(now: Date): void {
    this.remindedAt = this.startsAt.getTime() - now.getTime() < REMINDED_AHEAD_MS ? now : null;
  }

  /** Some days after it nobody opens it any longer by the link of a mail, which others may have. */
  isOpenByLink(now: Date): boolean {
    return now.getTime() < this.endsAt.getTime() + LINK_DAYS * 24 * 3_600_000;
  }

  /** Whether it was only ever held, and may be held again. */
  get isUnbooked(): boolean {
    return this.applicant === null && (this.status === 'draft' || this.status === 'expired');
  }

  isAt({ openingId, startsAt }: { openingId: string; startsAt: Date }): boolean {
    return this.openingId === openingId && this.startsAt.getTime() === startsAt.getTime();
  }

  may(move: Move, now: Date): boolean {
    const from: readonly AppointmentStatus[] = moves[move];
    if (!from.includes(this.statusAt(now))) return false;
    const hasBegun = this.startsAt <= now;
    return move === 'happened' || move === 'missed' ? hasBegun : move === 'change' || !hasBegun;
  }

  /** Until when whoever has it may move or cancel it; null when that is over. */
  changeableUntil(cancelDays: number, now: Date): Date | null {
    if (!this.may('move', now)) return null;
    const until = changeableBefore(this.startsAt, cancelDays);
    return now < until ? until : null;
  }
}

/** A day of a calendar on which something was booked: who books waits for its row, and what was worked out of the day holds for its version. */
@Entity('calendar_days')
export class CalendarDay {
  @PrimaryColumn('uuid') calendarId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('integer') version!: number;
}
