import type { Text } from '@sportello/contracts/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Template } from '../templates/texts.js';

/** What a message may say of a practice, and nothing more: no content, no names of people. Of a person's own account it says less. */
export interface About {
  number?: string;
  service?: Text;
  organization: string;
}

/** A PDF that goes with a mail. */
export interface Enclosure {
  /** Key in the storage. */
  key: string;
  name: string;
}

/** Something that happened and is to be told. To whom is asked of the other services when its alarm rings, once. */
@Entity('announcements')
@Index('announcements_due', ['heardAt'], { where: 'told_at is null' })
export class Announcement {
  /** Made of the fact, so that hearing it again makes no second row. */
  @PrimaryColumn('uuid') id!: string;
  /** The body whose matter it is; null for a person's own account, unless she works for one. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** Null for what concerns a person's own account. */
  @Column('uuid', { nullable: true }) practiceId!: string | null;
  @Column('uuid', { nullable: true }) procedureId!: string | null;
  /** The applicant, or the person whose account it is. */
  @Column('uuid') applicantId!: string;
  @Column('text') template!: Template;
  /** When it happened. */
  @Column('timestamptz') at!: Date;
  @Column('timestamptz') heardAt!: Date;
  /** The trace of the request that caused it all. */
  @Column('text') traceparent!: string;
  /** When its notices and mails were written; null while nobody has been told. */
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  /** What the fact itself says, else known once it has been told. */
  @Column('jsonb', { nullable: true }) about!: About | null;
  @Column('jsonb', { default: [] }) enclosures!: Enclosure[];
}
