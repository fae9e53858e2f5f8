import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A practice that was born in another system (PRA-53), as that system tells it: it is read here, and worked there. */
@Entity('external_practices')
@Index('external_practices_number', ['organizationId', 'origin', 'number'], { unique: true })
@Index('external_practices_own', ['fiscalCode', 'changedOn', 'id'])
export class ExternalPracticeRow {
  @PrimaryColumn('uuid') id!: string;
  /** The body that tells it. */
  @Column('uuid') organizationId!: string;
  /** Of whom it belongs to, who need not be registered yet. */
  @Column('text') fiscalCode!: string;
  @Column('text') number!: string;
  @Column('text') origin!: string;
  @Column('text') title!: string;
  @Column('text') status!: string;
  @Column('date', { nullable: true }) submittedOn!: string | null;
  @Column('date') changedOn!: string;
  @Column('text', { nullable: true }) link!: string | null;
  /** When it was told last. */
  @Column('timestamptz') toldAt!: Date;
}
