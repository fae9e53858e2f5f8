import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That the invoices of a month are to be made. Done, it says what came of it. */
@Entity('invoicing_runs')
@Index('invoicing_runs_body', ['organizationId', 'askedAt', 'id'])
@Index('invoicing_runs_due', ['askedAt'], { where: 'done_at is null' })
export class InvoicingRun {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** `YYYY-MM` */
  @Column('text') month!: string;
  @Column('date') dueOn!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz', { nullable: true }) doneAt!: Date | null;
  @Column('integer') invoices!: number;
  @Column('integer') totalCents!: number;
}
