import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a parent is told that the money of a badge will soon end (SCH-30). */
@Entity('badge_warnings')
export class BadgeWarning {
  @PrimaryColumn('uuid') badgeId!: string;
  @Column('uuid') organizationId!: string;
  /** Once it pays for fewer days of service than these; 0: never. */
  @Column('smallint') days!: number;
  @Column('integer') version!: number;
  /** When she was told; null again once there is enough. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
}
