import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ClassCount } from '../kitchen/classes.js';

/** A school site. */
@Entity('schools')
@Index('schools_code', ['organizationId', 'code'], { unique: true })
export class School {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
}

/** What children go to: meals, transport, care before lessons. */
@Entity('school_services')
@Index('school_services_code', ['organizationId', 'code'], { unique: true })
export class SchoolService {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  /** Paid from the virtual account day by day, or by invoice. */
  @Column('boolean') isPrepaid!: boolean;
  /** What a day costs; null while it is not known. */
  @Column('integer', { nullable: true }) priceCents!: number | null;
  /** How far below zero a virtual account may go for it. */
  @Column('integer', { default: 0 }) overdraftCents!: number;
  /** Whether there is a meal to cook for each child. */
  @Column('boolean', { default: true }) isMeal!: boolean;
  /** Until when an absence is told, in Rome: `HH:MM` … */
  @Column('text') cutoffTime!: string;
  /** … of so many days of service before. */
  @Column('smallint') cutoffDaysBefore!: number;
}

/** A day on which a service is held at a school. What is not here is a day without it. */
@Entity('service_days')
@Index('service_days_open', ['cutoffAt'], { where: 'frozen_at is null' })
@Index('service_days_once', ['organizationId', 'serviceId', 'schoolId', 'day'], { unique: true })
export class ServiceDay {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('uuid') schoolId!: string;
  @Column('date') day!: string;
  /** What there is to eat; empty where nothing was told. */
  @Column('text') menu!: string;
  /** From when on it is too late to tell an absence, as it follows from the rule of the service; null until it was computed. */
  @Column('timestamptz', { nullable: true }) cutoffAt!: Date | null;
  /** When its absences were counted. */
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  /** How many there were. */
  @Column('integer', { nullable: true }) absenceCount!: number | null;
  /** Who was expected then by class, and who was absent: what comes later from enrolments changes no count. */
  @Column('jsonb', { nullable: true }) counted!: ClassCount[] | null;
  /** When the kitchen signed the count, who did, and which number of meals that was. */
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('uuid', { nullable: true }) signedBy!: string | null;
  @Column('text', { nullable: true }) signedByName!: string | null;
  @Column('integer', { nullable: true }) signedNumber!: number | null;
}
