import type { AnomalyKind } from '@sportello/contracts/payments/anomalies';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** Something about money that staff must look at, beside the state of a position and not in its place. */
@Entity('anomalies')
@Index('anomalies_body', ['organizationId', 'at', 'id'])
@Index('anomalies_body_open', ['organizationId', 'at', 'id'], { where: 'resolved_at is null' })
@Index('anomalies_open', ['kind'], { where: 'resolved_at is null' })
@Index('anomalies_flow', ['flowId'], { where: 'flow_id is not null' })
@Index('anomalies_position', ['positionId'], { where: 'position_id is not null' })
export class Anomaly {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: AnomalyKind;
  @Column('uuid', { nullable: true }) positionId!: string | null;
  @Column('uuid', { nullable: true }) instalmentId!: string | null;
  @Column('uuid', { nullable: true }) receiptId!: string | null;
  @Column('text', { nullable: true }) noticeNumber!: string | null;
  /** The reporting flow in which it was found. */
  @Column('uuid', { nullable: true }) flowId!: string | null;
  @Column('timestamptz') at!: Date;
  /** What is to be given back to who paid; null: nothing. */
  @Column({ ...centsColumn, nullable: true }) refundCents!: number | null;
  @Column('timestamptz', { nullable: true }) resolvedAt!: Date | null;
  @Column('uuid', { nullable: true }) resolvedBy!: string | null;
  /** What was done about it. */
  @Column('text', { nullable: true }) note!: string | null;
}
