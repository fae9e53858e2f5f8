import type { ExportFormat } from '@sportello/contracts/exports';
import type { PositionFilters } from '@sportello/contracts/payments/body-positions';
import type { PaymentExport as Shape } from '@sportello/contracts/payments/exports';
import type { Actor } from '@sportello/messaging/actor';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Told = z.output<typeof Shape>;

/** A table that an officer asked for, made by a job; its file is removed after a week. */
@Entity('payment_exports')
@Index('payment_exports_own', ['requesterId', 'askedAt', 'id'])
@Index('payment_exports_due', ['dueAt'], { where: 'due_at is not null' })
export class PaymentExport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') requesterId!: string;
  /** Who asked: her rights are looked at again when it is made. */
  @Column('jsonb') actor!: Actor;
  @Column('text') what!: Told['what'];
  @Column('text') format!: ExportFormat;
  @Column('jsonb') filters!: z.output<typeof PositionFilters>;
  @Column('text') name!: string;
  @Column('text') state!: Told['state'];
  @Column('integer', { nullable: true }) total!: number | null;
  /** How often it was begun; each beginning writes to a key of its own. */
  @Column('smallint') attempts!: number;
  /** Where the file lies; null until it is there. */
  @Column('text', { nullable: true }) key!: string | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  /** When a job is to look at it: to make it, to make it again after a crash, or to remove its file. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
}
