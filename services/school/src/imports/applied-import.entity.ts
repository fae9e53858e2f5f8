import type { ImportKind } from '@sportello/contracts/school/imports';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that was taken over, with what it did. */
@Entity('imports')
@Index('imports_body', ['organizationId', 'at', 'id'])
export class AppliedImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: ImportKind;
  /** Of what was applied, as a hash. */
  @Column('text') plan!: string;
  @Column('timestamptz') at!: Date;
  /** Null: the installation on its own account. */
  @Column('uuid', { nullable: true }) appliedBy!: string | null;
  @Column('integer') made!: number;
  @Column('integer') changed!: number;
  @Column('integer', { default: 0 }) removed!: number;
  @Column('integer') same!: number;
  @Column('integer') refused!: number;
}
