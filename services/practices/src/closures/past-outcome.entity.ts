import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a practice had ended before it was reopened. */
@Entity('past_outcomes')
export class PastOutcome {
  /** The source of the outcome: the practice itself for the first. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Index('past_outcomes_practice')
  @Column('uuid')
  practiceId!: string;
  @Column('text') status!: PracticeStatus;
  @Column('text', { nullable: true }) message!: string | null;
  @Column('timestamptz') decidedAt!: Date;
}
