import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody has come to her appointment, with the number by which she is called (APP-62). */
@Entity('arrivals')
@Index('arrivals_number', ['organizationId', 'place', 'day', 'number'], { unique: true })
@Index('arrivals_calendar', ['calendarId', 'day'])
@Index('arrivals_call', ['callId'], { unique: true, where: 'call_id is not null' })
export class Arrival {
  @PrimaryColumn('uuid') appointmentId!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') calendarId!: string;
  /** Where she has come: calendars of one place share its numbers and its screen. */
  @Column('text') place!: string;
  /** In Rome. */
  @Column('date') day!: string;
  @Column('integer') number!: number;
  @Column('timestamptz') arrivedAt!: Date;
  @Column('timestamptz', { nullable: true }) calledAt!: Date | null;
  @Column('text', { nullable: true }) desk!: string | null;
  /** Of the call that took her: the same again is answered as the first time. */
  @Column('uuid', { nullable: true }) callId!: string | null;

  call(desk: string, callId: string | null, now: Date): void {
    Object.assign(this, { desk, calledAt: now, callId: callId ?? this.callId });
  }
}

export const placeOf = ({ place }: { place: { name: string; address: string } }): string => `${place.name}\n${place.address}`;
