import type { Text } from '@sportello/contracts/contract';
import type { BulkAct } from '@sportello/contracts/practices/bulk';
import type { Actor } from '@sportello/messaging/actor';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The same act on many practices, in the name of one officer. */
@Entity('bulk_jobs')
@Index('bulk_jobs_own', ['officerId', 'organizationId', 'startedAt', 'id'])
@Index('bulk_jobs_finished', ['finishedAt'], { where: 'finished_at is not null' })
@Index('bulk_jobs_open', ['startedAt'], { where: 'finished_at is null' })
export class BulkJob {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') officerId!: string;
  @Column('jsonb') act!: BulkAct;
  /** As whom it is done: rights that were taken from her since then hold for what is left. */
  @Column('jsonb') actor!: Actor;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

/** One of them, and what came of it. */
@Entity('bulk_items')
@Index('bulk_items_job', ['jobId', 'place'], { unique: true })
export class BulkItem {
  /** Of the message too, where one is sent. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') jobId!: string;
  @Column('integer') place!: number;
  @Column('uuid') practiceId!: string;
  @Column('text', { nullable: true }) number!: string | null;
  /** That the officer was shown. */
  @Column('integer') version!: number;
  @Column('text') result!: 'waiting' | 'done' | 'skipped' | 'failed';
  @Column('jsonb', { nullable: true }) reason!: Text | null;
}
