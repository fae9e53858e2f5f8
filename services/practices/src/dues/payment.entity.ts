import type { PracticePayment } from '@sportello/contracts/practices/dues';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Shape = z.infer<typeof PracticePayment>;

/** What a practice wants to be paid; the payments service has a position under the same id, and tells what becomes of it. */
@Entity('payments')
@Index('payments_practice', ['practiceId'])
export class Payment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') phase!: Shape['phase'];
  @Column('text') status!: Shape['status'];
  @Column('text') reason!: string;
  @Column('integer') amountCents!: number;
  @Column('timestamptz') askedAt!: Date;
  /** Until when it counts as in time, although the window of the service has closed; null: no bound. */
  @Column('timestamptz', { nullable: true }) payBy!: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  /** Of the position, after the last fact that was handled: older ones come to nothing. */
  @Column('integer', { default: 0 }) positionVersion!: number;

  /** Whether nothing is waited for: it was paid, or is not due any more. */
  get isSettled(): boolean {
    return ['completed', 'elsewhere', 'exempt', 'dropped'].includes(this.status);
  }
}
