import type { SecurityEventKind } from '@sportello/contracts/identity/security';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that matters for security (IDE-53); sign-ins that succeeded are in `authentications`. Append-only. */
@Entity('security_events')
@Index('security_events_of_person', ['personId', 'at'])
@Index('security_events_of_body', ['organizationId', 'at', 'id'])
export class SecurityEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: SecurityEventKind;
  /** Whom it is about; null when nobody has the name that was typed. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** The body that the person works for, if any. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** Who did it, when it was somebody signed in. */
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** The IP address that it came from; null for what a service did. */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') requestId!: string;
}
