import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the office changed in the count of a day, and why. It stands beside the count, which stays as it was. */
@Entity('count_corrections')
@Index('count_corrections_day', ['serviceDayId', 'at'])
export class CountCorrection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') serviceDayId!: string;
  @Column('smallint') change!: number;
  @Column('text') reason!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') officerId!: string;
  @Column('text') officerName!: string;
}
