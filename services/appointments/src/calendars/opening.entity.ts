import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OpenHours } from '../slots/slots.js';

/** Opening hours of a calendar: with how many meetings at once, how long, and how far apart. */
@Entity('openings')
@Index('openings_calendar', ['calendarId', 'toDay'])
export class Opening implements OpenHours {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') calendarId!: string;
  @Column('text') name!: string;
  @Column('date') fromDay!: string;
  @Column('date') toDay!: string;
  @Column('text') opensAt!: string;
  @Column('text') closesAt!: string;
  @Column('jsonb') weekdays!: number[];
  @Column('smallint') parallel!: number;
  @Column('smallint') minutes!: number;
  @Column('smallint') gapMinutes!: number;
  @Column('integer') version!: number;
}

/** A time in which a calendar is closed all the same. */
@Entity('closing_periods')
@Index('closing_periods_calendar', ['calendarId', 'endsAt'])
export class ClosingPeriod {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') calendarId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text') reason!: string;
}
