import type { Form } from '@sportello/forms/form';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A version of the form of a subject. It never changes: what was begun with it keeps it (CAT-78). */
@Entity('form_versions')
@Index('form_versions_subject', ['subjectId', 'version'], { unique: true })
export class FormVersion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** What is asked for with it: a procedure, a kind of ticket, a calendar. */
  @Column('uuid') subjectId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') definition!: Form;
  /** The compiled validator for browsers, as the source of an ES module. */
  @Column('text') validator!: string;
  @Column('timestamptz') publishedAt!: Date;
}
