import type { Stamp as StampShape } from '@sportello/contracts/practices/dues';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Shape = z.infer<typeof StampShape>;

/** Of a stamp with a number: it is good for nothing else. */
const held = ['declared', 'verified', 'consumed'] as const satisfies Shape['status'][];

/** A revenue stamp that a practice wants: bought on paper, and told by its number. Each number is used once on the whole installation. */
@Entity('stamps')
@Index('stamps_practice', ['practiceId'])
@Index('stamps_request', ['practiceId'], { unique: true, where: "phase = 'request'" })
@Index('stamps_number', ['number'], { unique: true, where: `status in (${held.map((status) => `'${status}'`).join(', ')})` })
export class Stamp {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') phase!: Shape['phase'];
  @Column('text') status!: Shape['status'];
  @Column('text') reason!: string;
  @Column('integer') amountCents!: number;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  @Column('timestamptz', { nullable: true }) declaredAt!: Date | null;
  /** Why it was rejected or given up. */
  @Column('text', { nullable: true }) note!: string | null;
  /** SHA-256 of the document on which it was used up (BOL-22). */
  @Column('text', { nullable: true }) documentSha256!: string | null;

  /** Whether the office has what it asked for, or has given it up. */
  get isSettled(): boolean {
    return this.status !== 'requested' && this.status !== 'rejected';
  }
}
