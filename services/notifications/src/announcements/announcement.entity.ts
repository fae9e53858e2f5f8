import type { Payload } from '@sportello/contracts/contract';
import type { AnnouncedMessage, announced } from '@sportello/contracts/notifications/announcements';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A PDF that goes with a mail. */
export type Enclosure = Payload<typeof announced>['documents'][number];

/** Something that people are to be told. The addresses are asked for by its job, once. */
@Entity('announcements')
@Index('announcements_due', ['receivedAt'], { where: 'written_at is null' })
export class Announcement {
  /** Made of the fact, so that announcing it again makes no second row. */
  @PrimaryColumn('uuid') id!: string;
  /** The body whose matter it is; null for a person's own account, unless she works for one. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') sender!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') topic!: string;
  /** What is told to whom; the first that concerns somebody holds. */
  @Column('jsonb') messages!: AnnouncedMessage[];
  @Column('jsonb') documents!: Enclosure[];
  /** When it happened. */
  @Column('timestamptz') at!: Date;
  @Column('timestamptz') receivedAt!: Date;
  /** The trace of the request that caused it all. */
  @Column('text') traceparent!: string;
  /** When its notices and mails were written; null until then. */
  @Column('timestamptz', { nullable: true }) writtenAt!: Date | null;
}
