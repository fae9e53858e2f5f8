import type { AttemptState } from '@sportello/contracts/payments/carts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** Notices that left for the payment page together. Its id comes back from there, and in the receipts. */
@Entity('carts')
export class Cart {
  @PrimaryColumn('uuid') id!: string;
  /** Who pays, and who alone may look at it; null: whoever has the id, which nobody can guess. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('timestamptz') startedAt!: Date;
}

/** One notice of a cart: what the payer did from here, whatever others do with the same notice. */
@Entity('attempts')
@Index('attempts_instalment', ['instalmentId'])
@Index('attempts_next_look', ['nextLookAt'], { where: 'next_look_at is not null' })
export class Attempt {
  @PrimaryColumn('uuid') cartId!: string;
  @PrimaryColumn('uuid') instalmentId!: string;
  @Column('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') positionId!: string;
  @Column(centsColumn) amountCents!: number;
  @Column('text') state!: AttemptState;
  @Column('timestamptz') startedAt!: Date;
  /** When pagoPA is asked what became of it; null: it is known. */
  @Column('timestamptz', { nullable: true }) nextLookAt!: Date | null;
  @Column('smallint') looks!: number;
}

/** As long as it is not known what became of an attempt. */
export const openStates: AttemptState[] = ['started', 'unknown'];
