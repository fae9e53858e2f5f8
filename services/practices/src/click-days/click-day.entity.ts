import type { Text } from '@sportello/contracts/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface Notice {
  /** ISO 8601, in UTC. */
  at: string;
  text: Text;
}

/** A day on which several services of a body are sent from one hour on. Each of them keeps these hours too. */
@Entity('click_days')
@Index('click_days_order', ['opensAt', 'id'])
@Index('click_days_organization', ['organizationId', 'opensAt', 'id'])
export class ClickDayRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('jsonb') title!: Text;
  @Column('timestamptz') opensAt!: Date;
  @Column('timestamptz') closesAt!: Date;
  /** Newest first. */
  @Column('jsonb', { default: [] }) notices!: Notice[];
  @Column('integer', { default: 1 }) version!: number;
}
