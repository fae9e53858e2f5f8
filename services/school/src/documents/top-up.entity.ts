import type { TopUpState } from '@sportello/contracts/school/documents';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Money for a badge. Its id is that of the position by which it is paid; the account moves only when it is credited. */
@Entity('top_ups')
@Index('top_ups_child', ['childId', 'askedAt', 'id'])
@Index('top_ups_paid', ['organizationId', 'paidAt', 'id'], { where: "state = 'paid'" })
export class TopUp {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  @Column('uuid') badgeId!: string;
  @Column('uuid') serviceId!: string;
  @Column('integer') amountCents!: number;
  @Column('uuid') personId!: string;
  @Column('text') state!: TopUpState;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) paidAt!: Date | null;
  /** What the receipt says: that is credited. */
  @Column('integer', { nullable: true }) paidCents!: number | null;
  /** Who credited it after a check, and when. */
  @Column('uuid', { nullable: true }) creditedBy!: string | null;
  @Column('timestamptz', { nullable: true }) creditedAt!: Date | null;
  /** Who refused it after a check, when, and why. */
  @Column('uuid', { nullable: true }) refusedBy!: string | null;
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
  @Column('text', { nullable: true }) refusal!: string | null;
}
