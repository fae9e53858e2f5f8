import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A child will not come to a service on a day. One of a day holds; those that were taken back stay beside it. */
@Entity('absences')
@Index('absences_once', ['childId', 'serviceId', 'day'], { unique: true, where: "state <> 'cancelled'" })
@Index('absences_day', ['serviceDayId', 'state'])
@Index('absences_child', ['childId', 'day', 'id'])
@Index('absences_reported', ['organizationId'], { where: "state = 'reported'" })
@Index('absences_new', ['organizationId'], { where: 'is_new' })
export class Absence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  @Column('uuid') serviceId!: string;
  @Column('date') day!: string;
  @Column('uuid') serviceDayId!: string;
  @Column('text') state!: 'reported' | 'acquired' | 'cancelled';
  /** With which report it came: told again it is the same. */
  @Column('uuid') reportId!: string;
  @Column('uuid') reportedBy!: string;
  @Column('timestamptz') reportedAt!: Date;
  /** Counted, and not looked at yet by whoever charges the day. */
  @Column('boolean', { default: false }) isNew!: boolean;
}

/** What an event tells of an absence. */
export type AbsenceFact = Pick<Absence, 'id' | 'organizationId' | 'childId' | 'serviceId' | 'day'>;

export const factOf = ({ id, organizationId, childId, serviceId, day }: AbsenceFact, at: Date) => ({
  ...{ absenceId: id, organizationId, childId, serviceId, day, at },
});

/** Until when absences are told for a service at one school, where that is not as for the whole service (ADM-14). */
@Entity('cutoffs')
export class SchoolCutoff {
  @PrimaryColumn('uuid') serviceId!: string;
  @PrimaryColumn('uuid') schoolId!: string;
  @Column('uuid') organizationId!: string;
  /** `HH:MM` in Rome … */
  @Column('text') time!: string;
  /** … of so many days of service before. */
  @Column('smallint') daysBefore!: number;
  @Column('integer') version!: number;
}
