import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An accounting document of the body, or one instalment of it. What was paid here is told by the payments service. */
@Entity('invoices')
@Index('invoices_number', ['organizationId', 'number', 'instalment'], { unique: true })
@Index('invoices_child', ['childId', 'issuedOn', 'number', 'id'])
@Index('invoices_position', ['positionId'], { unique: true, where: 'position_id is not null' })
@Index('invoices_due', ['organizationId', 'dueOn', 'id'])
@Index('invoices_month', ['organizationId', 'month', 'sequence'], { unique: true, where: 'month is not null' })
@Index('invoices_unsettled', ['organizationId'], { where: 'is_new' })
export class Invoice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  @Column('text') number!: string;
  @Column('smallint') instalment!: number;
  @Column('date') issuedOn!: string;
  @Column('date') dueOn!: string;
  @Column('integer') amountCents!: number;
  /** What the body was paid in other ways. */
  @Column('integer') paidElsewhereCents!: number;
  @Column('boolean') isToCollection!: boolean;
  /** What the payments service collects. A document that changes gets another. */
  @Column('uuid', { nullable: true }) positionId!: string | null;
  /** What was paid on that. */
  @Column('integer', { default: 0 }) paidHereCents!: number;
  /** True until what is collected is what is due. */
  @Column('boolean', { default: true }) isNew!: boolean;
  /** Of what is invoiced here: for which service and month (`YYYY-MM`), and which invoice of that month it is. */
  @Column('uuid', { nullable: true }) serviceId!: string | null;
  @Column('text', { nullable: true }) month!: string | null;
  @Column('integer', { nullable: true }) sequence!: number | null;

  /** The body notes in its own system also what was paid here: it is paid once. */
  get paidCents(): number {
    return Math.min(this.amountCents, this.paidElsewhereCents + this.paidHereCents);
  }

  get dueCents(): number {
    return Math.max(0, this.amountCents - this.paidCents);
  }

  /** The position whose notice or receipt is its paper. That of a document which was paid elsewhere is kept: it may have been paid all the same. */
  get shownPositionId(): string | null {
    const isOpen = this.dueCents > 0 && !this.isToCollection;
    return isOpen || this.paidHereCents > 0 ? this.positionId : null;
  }
}
