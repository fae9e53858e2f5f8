import type { Text } from '@sportello/contracts/contract';
import type { Place } from '@sportello/contracts/notifications/announcements';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Announcement } from '../announcements/announcement.entity.js';

/** A message in the portal's centre, of one person in one capacity. */
@Entity('notices')
@Index('notices_by_person', ['personId', 'place', 'createdAt', 'id'])
@Index('notices_unread', ['personId', 'place'], { where: 'read_at is null' })
@Index('notices_one_each', ['announcementId', 'personId'], { unique: true })
export class Notice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') announcementId!: string;
  @ManyToOne(() => Announcement, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'announcement_id' })
  announcement?: Announcement;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('uuid') personId!: string;
  /** Where it is found: who works for a body does not find her own matters among the body's. */
  @Column('text') place!: Place;
  @Column('jsonb') subject!: Text;
  @Column('jsonb') body!: Text;
  @Column('text') path!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;

  read(now: Date): void {
    this.readAt ??= now;
  }
}
