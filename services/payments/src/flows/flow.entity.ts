import type { FlowOutcome, FlowState } from '@sportello/contracts/payments/flows';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** What came of a payment: it paid its notice, or the debt had been paid before, and the money is to be given back. */
export type Became = 'paid' | 'paid-before';

/** A revision of a reporting flow: the newest that was taken says what was transferred, and the earlier ones stay readable. */
@Entity('flows')
@Index('flows_once', ['organizationId', 'pspId', 'name', 'revision'], { unique: true })
@Index('flows_listed', ['organizationId', 'publishedAt', 'id'])
@Index('flows_next_try', ['nextTryAt'], { where: 'next_try_at is not null' })
export class Flow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') pspId!: string;
  /** `identificativoFlusso`: the bank's line names it. */
  @Column('text') name!: string;
  @Column('integer') revision!: number;
  @Column('timestamptz') publishedAt!: Date;
  @Column('text') state!: FlowState;
  /** Number of the transfer (TRN or CRO), and its day, as the flow tells them. */
  @Column('text', { nullable: true }) regulation!: string | null;
  @Column('text', { nullable: true }) regulationOn!: string | null;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column({ ...centsColumn, nullable: true }) sumCents!: number | null;
  /** Rows that need somebody to look at them. */
  @Column('integer') oddRows!: number;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  /** When it is fetched, or tried again; null: all that it tells was taken. */
  @Column('timestamptz', { nullable: true }) nextTryAt!: Date | null;
}

/** One payment of a flow: a share of a notice, on one of the body's accounts. */
@Entity('flow_rows')
@Index('flow_rows_iur', ['iur'])
@Index('flow_rows_revoked', ['iur'], { where: "outcome = 'revoked'" })
export class FlowRow {
  @PrimaryColumn('uuid') flowId!: string;
  /** As the flow numbers them. */
  @PrimaryColumn('integer') place!: number;
  @Column('text') iuv!: string;
  @Column('text') iur!: string;
  @Column('smallint') transfer!: number;
  @Column(centsColumn) amountCents!: number;
  @Column('text') status!: string;
  @Column('text') paidOn!: string;
  /** As it compares with what was receipted; null for a flow that was read before and never taken. It counts once the flow is taken. */
  @Column('text', { nullable: true }) outcome!: FlowOutcome | null;
  /** The rows by which all of its receipt is there; null where the receipt has a stamp, or there is none. */
  @Column('smallint', { nullable: true }) shares!: number | null;
  @Column('uuid', { nullable: true }) instalmentId!: string | null;
  /** What came of it where it was taken as a payment, for lack of a receipt; null: it was not. */
  @Column('text', { nullable: true }) became!: Became | null;
}

/** When pagoPA is asked again which flows there are for a body. */
@Entity('flow_polls')
export class FlowPoll {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('timestamptz') nextAt!: Date;
}
