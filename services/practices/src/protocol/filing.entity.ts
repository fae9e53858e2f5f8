import type { FilingCause, FilingKind } from '@sportello/contracts/practices/protocol';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** What stands in one line is handed over in order: what the register takes does not wait for the office of destination. */
export type Lane = 'protocol' | 'destination';

/**
 * Something of a practice that is to be registered, or handed on. Its id is the key under which it is handed over: however often that is
 * tried, it is one.
 */
@Entity('filings')
@Index('filings_source', ['practiceId', 'kind', 'sourceId'], { unique: true })
@Index('filings_open', ['organizationId', 'lane', 'position'], { where: "state <> 'done'" })
export class Filing {
  @PrimaryColumn('uuid') id!: string;
  /** Its place in the line of its body. */
  @Column('bigint', { generated: 'increment' }) position!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') lane!: Lane;
  @Column('uuid') practiceId!: string;
  @Column('text') kind!: FilingKind;
  /** The request of additions that was asked or answered; the practice itself for the other kinds. */
  @Column('uuid') sourceId!: string;
  /** `failed` was refused for good, and waits for a person. */
  @Column('text') state!: 'waiting' | 'done' | 'failed';
  @Column('timestamptz') filedAt!: Date;
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) cause!: z.infer<typeof FilingCause> | null;
  /** What the system said. */
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('timestamptz', { nullable: true }) triedAt!: Date | null;
}

/** A line of a body: one process at a time hands over what stands in it, and the others wait. */
@Entity('filing_lines')
export class FilingLine {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') lane!: Lane;
  @Column('uuid', { nullable: true }) heldBy!: string | null;
  /** Whoever holds it has died if it is not let go of by then. */
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  /** Tries in a row that ended with a system that is away. */
  @Column('integer') failures!: number;
  @Column('timestamptz', { nullable: true }) nextTryAt!: Date | null;
}
