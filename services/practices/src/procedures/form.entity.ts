import type { Form } from '@sportello/forms/form';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of the form of a procedure. It never changes: a practice keeps the one it was begun with (CAT-78). */
@Entity('forms')
@Index('forms_version', ['procedureId', 'version'], { unique: true })
export class FormVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') procedureId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') definition!: Form;
  /** The compiled validator for browsers, as the source of an ES module. */
  @Column('text') validator!: string;
  @Column('timestamptz') publishedAt!: Date;
}
