import type { WaitingStatus } from '@sportello/contracts/appointments/waiting';
import type { Language } from '@sportello/contracts/contract';
import { addDays, romeDate, romeDateTime, romeInstant } from '@sportello/italy/rome-time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Applicant } from '../appointments/appointment.entity.js';

/** Whoever is offered a place in the night has her minutes in the morning, from this hour on. Hours of the clock in Rome. */
const night = { begins: '21:00', ends: '08:00' };

const isOpen = "status in ('waiting', 'offered')";

/** Somebody who waits for a place of a calendar (APP-54). What is offered to her is a draft of the appointments: the database holds its place. */
@Entity('waiting_places')
@Index('waiting_places_order', ['calendarId', 'joinedAt', 'id'], { where: isOpen })
@Index('waiting_places_holder', ['calendarId', 'holder'], { unique: true, where: `appointment_id is null and ${isOpen}` })
@Index('waiting_places_person', ['personId', 'joinedAt'], { where: `person_id is not null and ${isOpen}` })
@Index('waiting_places_sender', ['sender'], { where: `sender is not null and ${isOpen}` })
@Index('waiting_places_kept', ['appointmentId'], { unique: true, where: `appointment_id is not null and ${isOpen}` })
@Index('waiting_places_offered', ['offeredUntil'], { where: "status = 'offered'" })
@Index('waiting_places_over', ['changedAt'], { where: "status in ('taken', 'passed', 'left')" })
export class WaitingPlace {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') calendarId!: string;
  /** The `key` of one of the calendar's services. */
  @Column('text') service!: string;
  /** In Rome. */
  @Column('date') fromDay!: string;
  @Column('date') toDay!: string;
  @Column('text') status!: WaitingStatus;
  /** Who joined, when she was signed in. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('jsonb') applicant!: Applicant;
  /** Her mail, by which somebody who is not signed in waits once: whoever types another's fiscal code takes nobody's turn. */
  @Column('text') holder!: string;
  /** A digest of the address from which somebody joined without a sign-in. */
  @Column('text', { nullable: true }) sender!: string | null;
  @Column('text') language!: Language;
  /** The appointment that she keeps until she takes an earlier place, or the one that she took. */
  @Column('uuid', { nullable: true }) appointmentId!: string | null;
  /** The appointment, still a draft, that is offered to her. */
  @Column('uuid', { nullable: true }) draftId!: string | null;
  @Column('timestamptz', { nullable: true }) offeredUntil!: Date | null;
  @Column('timestamptz') joinedAt!: Date;
  @Column('timestamptz') changedAt!: Date;
  @Column('integer') version!: number;

  /** An offer is over at its instant, whether or not anybody has passed it on. */
  statusAt(now: Date): WaitingStatus {
    return this.status === 'offered' && (this.offeredUntil ?? now) <= now ? 'passed' : this.status;
  }

  get isWaiting(): boolean {
    return this.status === 'waiting' || this.status === 'offered';
  }

  offer(draftId: string, until: Date, now: Date): void {
    this.become('offered', now);
    Object.assign(this, { draftId, offeredUntil: until });
  }

  /** No longer on the list; what was offered is none of hers from here on. */
  end(status: 'taken' | 'passed' | 'left', now: Date): void {
    this.become(status, now);
    Object.assign(this, { draftId: null, offeredUntil: null, sender: null });
  }

  private become(status: WaitingStatus, now: Date): void {
    Object.assign(this, { status, changedAt: now, version: this.version + 1 });
  }
}

/** Until when an offer holds that is made now. */
export function offeredUntil(now: Date, minutes: number): Date {
  const { date, time } = romeDateTime(now);
  const begins =
    time >= night.begins ? romeInstant(addDays(date, 1), night.ends) : time < night.ends ? romeInstant(romeDate(now), night.ends) : now;
  return new Date(begins.getTime() + minutes * 60_000);
}
