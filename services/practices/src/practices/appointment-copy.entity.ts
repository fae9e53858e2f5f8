import type { AppointmentStatus } from '@sportello/contracts/appointments/appointments';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An appointment that was booked for a practice: a copy, built from what appointments tells (APP-37). */
@Entity('appointment_copies')
@Index('appointment_copies_practice', ['practiceId', 'startsAt'])
export class AppointmentCopy {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('uuid') calendarId!: string;
  @Column('text') status!: AppointmentStatus;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('integer') version!: number;
}
