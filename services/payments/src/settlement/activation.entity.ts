import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** A share as it was answered to pagoPA. */
export interface AnsweredTransfer {
  place: number;
  fiscalCode: string;
  amountCents: number;
}

/** What we answered when somebody was about to pay: a receipt is compared with these, not with what is due when it comes. */
@Entity('activations')
@Index('activations_instalment', ['instalmentId', 'at'])
export class Activation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') instalmentId!: string;
  @Column('timestamptz') at!: Date;
  /** Version of the message: paGetPayment or paGetPaymentV2. */
  @Column('smallint') primitive!: number;
  @Column(centsColumn) amountCents!: number;
  @Column('jsonb') transfers!: AnsweredTransfer[];
}
