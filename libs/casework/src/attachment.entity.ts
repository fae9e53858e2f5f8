import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Side } from './subject.js';

/**
 * A file of a subject, inspected and kept. `discarded`: the sweep takes its bytes away. Its key was given to it alone, and its bytes never
 * change. Those of the purpose `form` go with the subject; the others are seen by the other side once they are sent with something
 * (`sentAt`, `sentWith`).
 */
@Entity('attachments')
@Index('attachments_subject', ['subjectId', 'addedAt'])
@Index('attachments_unsettled', ['addedAt'], { where: "state <> 'stored' or (sent_at is null and purpose <> 'form')" })
export class Attachment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') state!: 'stored' | 'discarded';
  @Column('text') purpose!: string;
  @Column('text', { nullable: true }) fieldKey!: string | null;
  @Column('text') side!: Side;
  @Column('uuid') addedBy!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('integer') sizeBytes!: number;
  @Column('text') sha256!: string;
  @Column('timestamptz') addedAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** What it was sent with, as a message; null for what a subject has once, as its outcome. */
  @Column('uuid', { nullable: true }) sentWith!: string | null;
}
