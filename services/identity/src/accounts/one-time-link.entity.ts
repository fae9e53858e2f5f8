import { createHash } from 'node:crypto';
import type { LinkPurpose } from '@sportello/contracts/identity/officers';
import { Column, Entity, type EntityManager, Index, IsNull, PrimaryColumn } from 'typeorm';

/** A link that somebody was mailed, by which she chooses a password, once. What opens it is in the mail alone: here is its hash. */
@Entity('one_time_links')
@Index('one_time_links_of_person', ['personId'], { where: 'used_at is null and revoked_at is null' })
export class OneTimeLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') purpose!: LinkPurpose;
  /** SHA-256 of the secret, in hexadecimal; null until the mail is written. */
  @Index('one_time_links_secret', { unique: true })
  @Column('text', { nullable: true })
  secretHash!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  /** Another took its place, or the invitation was taken back. */
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;

  isOpen(now: Date): boolean {
    return this.usedAt === null && this.revokedAt === null && this.expiresAt > now;
  }
}

/** What a person was sent before opens nothing any more. */
export async function revokeLinks(tx: EntityManager, personId: string, now: Date): Promise<void> {
  await tx.update(OneTimeLink, { personId, usedAt: IsNull(), revokedAt: IsNull() }, { revokedAt: now });
}

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
