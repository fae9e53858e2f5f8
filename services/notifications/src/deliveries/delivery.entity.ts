import type { Language } from '@sportello/contracts/contract';
import type { Place } from '@sportello/contracts/notifications/announcements';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Announcement } from '../announcements/announcement.entity.js';

const MINUTE_MS = 60_000;
/** Nobody else takes a mail that is being sent. Longer than the longest sending, see mailer.ts. */
const SENDING_MS = 5 * MINUTE_MS;
/** A server that is away for longer than this will not come back (RFC 5321, 4.5.4.1 asks for four to five days). */
const GIVEN_UP_AFTER_MS = 4 * 24 * 60 * MINUTE_MS;

/** `bounced_temporary` is tried again; `sent`, `bounced_permanent` and `joined`, which goes in the mail of another, are the end. */
export type DeliveryStatus = 'queued' | 'joined' | 'sent' | 'bounced_temporary' | 'bounced_permanent';

/** One mail to one address. The row is the truth: whoever finds it due sends it. */
@Entity('deliveries')
@Index('deliveries_due', ['dueAt'], { where: "status in ('queued', 'bounced_temporary')" })
@Index('deliveries_one_each', ['announcementId', 'address'], { unique: true })
@Index('deliveries_gathering', ['address', 'topic', 'place', 'organizationId', 'gathersUntil'], { where: 'gathers_until is not null' })
@Index('deliveries_gathered', ['address', 'topic', 'place', 'organizationId'], {
  where: "is_gathered and status = 'queued' and attempts = 0",
})
@Index('deliveries_unsent', ['organizationId', 'queuedAt', 'id'], { where: 'failure is not null' })
@Index('deliveries_joined', ['joinedId'], { where: 'joined_id is not null' })
export class Delivery {
  /** Its Message-ID is made of it, so that a mail sent again after a crash is known to be the same. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') announcementId!: string;
  @ManyToOne(() => Announcement, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'announcement_id' })
  announcement?: Announcement;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** Null for an address that a form gave and that is nobody's own. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') topic!: string;
  @Column('text') place!: Place;
  /** Which of the announcement's messages it brings. */
  @Column('integer') message!: number;
  @Column('text') address!: string;
  @Column('text') language!: Language;
  @Column('text') status!: DeliveryStatus;
  @Column('int') attempts!: number;
  @Column('timestamptz') queuedAt!: Date;
  /** When it is to be tried, again too; while it is being sent, when the sender must have died. */
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) sendingSince!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** Why the last try failed, as a code: what servers say may name people. */
  @Column('text', { nullable: true }) failure!: string | null;

  /** For a mail that tells of a first message at once: until when the next ones to this address wait, to go together. */
  @Column('timestamptz', { nullable: true }) gathersUntil!: Date | null;
  /** True for one that waits so: it is due at the end of that time, and takes the others with it. */
  @Column('boolean', { default: false }) isGathered!: boolean;
  /** For one that has joined another: whose mail tells of it. */
  @Column('uuid', { nullable: true }) joinedId!: string | null;

  /** Takes it for sending. @returns false when it is done, not due, or in other hands */
  take(now: Date): boolean {
    const isOpen = this.status === 'queued' || this.status === 'bounced_temporary';
    if (!isOpen || this.dueAt > now) return false;
    this.attempts += 1;
    this.sendingSince = now;
    this.dueAt = new Date(now.getTime() + SENDING_MS);
    return true;
  }

  /** Tries what was not taken again at once, at the wish of a person. @returns false while it is being sent, or when it has left */
  retry(now: Date): boolean {
    if (this.failure === null || this.sendingSince) return false;
    this.status = 'queued';
    this.queuedAt = now;
    this.dueAt = now;
    return true;
  }

  sent(now: Date): void {
    this.status = 'sent';
    this.sentAt = now;
    this.sendingSince = null;
    this.failure = null;
  }

  /** Tried again after 1, 2, 4 … at most 60 minutes, for four days. */
  bounce({ code, isPermanent }: { code: string; isPermanent: boolean }, now: Date): void {
    const isOver = isPermanent || now.getTime() - this.queuedAt.getTime() > GIVEN_UP_AFTER_MS;
    this.status = isOver ? 'bounced_permanent' : 'bounced_temporary';
    this.failure = code;
    this.sendingSince = null;
    this.dueAt = new Date(now.getTime() + Math.min(2 ** Math.min(this.attempts - 1, 6), 60) * MINUTE_MS);
  }
}
