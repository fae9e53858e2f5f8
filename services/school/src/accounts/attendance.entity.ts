import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A child was at a service on a day, or was not. Whoever searches reads the days of one child: the key is their order. */
@Entity('attendance')
@Index('attendance_due', ['organizationId', 'childId'], { where: 'is_due' })
export class Attendance {
  @PrimaryColumn('uuid') childId!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('uuid') serviceId!: string;
  @Column('uuid') organizationId!: string;
  @Column('boolean') isPresent!: boolean;
  /** What was charged for it, which later prices leave as it is; null: nothing yet. */
  @Column('integer', { nullable: true }) chargedCents!: number | null;
  /** On which badge: a reversal goes there, whatever badges the child has by then. */
  @Column('uuid', { nullable: true }) chargedBadgeId!: string | null;
  /** What stands on an invoice for it; null: nothing. */
  @Column('integer', { nullable: true }) invoicedCents!: number | null;
  /** Grows with each charge: a movement is of one of them. */
  @Column('smallint', { default: 0 }) charges!: number;
  /** True until what is charged is what is due: a day without a price stays so. */
  @Column('boolean', { default: true }) isDue!: boolean;
}
