import type { Language } from '@sportello/contracts/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A secret address of somebody's. Of the secret itself there is only its digest. What was revoked is kept, so that nobody brings it back. */
@Entity('feeds')
@Index('feeds_digest', ['digest'], { unique: true })
@Index('feeds_person', ['personId'], { unique: true, where: 'calendar_id is null and revoked_at is null' })
@Index('feeds_officer', ['personId', 'calendarId'], { unique: true, where: 'calendar_id is not null and revoked_at is null' })
export class Feed {
  /** As whoever made it called it. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** Of an officer's: the calendar that she follows, and its body. */
  @Column('uuid', { nullable: true }) calendarId!: string | null;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') digest!: string;
  @Column('text') language!: Language;
  @Column('timestamptz') madeAt!: Date;
  /** When a calendar program asked last. */
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}
