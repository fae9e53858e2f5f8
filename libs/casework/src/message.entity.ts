import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Side } from './subject.js';

/** What one side wrote to the other, or an officer's private note (PRA-41, PRA-42). Never edited. */
@Entity('messages')
@Index('messages_subject', ['subjectId', 'sentAt', 'id'])
export class Message {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') kind!: 'message' | 'note';
  @Column('text') fromSide!: Side;
  @Column('uuid') authorId!: string;
  @Column('text') authorName!: string;
  /** In words alone, a line for each block. */
  @Column('text') text!: string;
  /** With its layout, cleaned; null where it has none. */
  @Column('text', { nullable: true }) html!: string | null;
  @Column('timestamptz') sentAt!: Date;
}
