import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
  /** Until when an absence is told, in Rome: `HH:MM` … */
  @Column('text') cutoffTime!: string;
  /** … of so many days of service before. */
  @Column('smallint') cutoffDaysBefore!: number;
}

/** A day on which a service is held at a school. What is not here is a day without it. */
@Entity('service_days')
@Index('service_days_once', ['organizationId', 'serviceId', 'schoolId', 'day'], { unique: true })
export class ServiceDay {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') serviceId!: string;
  @Column('uuid') schoolId!: string;
  @Column('date') day!: string;
  /** What there is to eat; empty where nothing was told. */
  @Column('text') menu!: string;
}
