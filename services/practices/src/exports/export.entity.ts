import type { ExportFailure, ExportFilters, ExportState, PracticeExportFormat } from '@sportello/contracts/practices/exports';
import type { Actor } from '@sportello/messaging/actor';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Asked for and not made yet. */
export const unmade = "state in ('asked', 'running') and not is_deleted";

/** A file that an officer asked for, with what the queue finds (BKO-03, BKO-21). */
@Entity('exports')
@Index('exports_own', ['requesterId', 'askedAt', 'id'])
@Index('exports_unmade', ['askedAt'], { where: unmade })
@Index('exports_expiring', ['expiresAt'])
@Index('exports_deleted', ['id'], { where: 'is_deleted' })
export class Export {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') requesterId!: string;
  /** Who asked, under which rights: what was hers then and is hers when it is made comes out. */
  @Column('jsonb') actor!: Actor;
  @Column('text') format!: PracticeExportFormat;
  @Column('jsonb') filters!: ExportFilters;
  /** Keys of its columns; null for what every practice has. */
  @Column('jsonb', { nullable: true }) columns!: string[] | null;
  /** The services whose practices it holds: who may no longer work one of them cannot download it. */
  @Column('uuid', { array: true, default: '{}' }) procedureIds!: string[];
  @Column('text') state!: ExportState;
  @Column('text', { nullable: true }) failure!: ExportFailure | null;
  /** How often it was begun; each beginning writes to a key of its own. */
  @Column('integer', { default: 0 }) attempts!: number;
  /** As long as a process makes it, which says so again and again: nobody else begins it meanwhile. */
  @Column('timestamptz', { nullable: true }) heldUntil!: Date | null;
  @Column('text') name!: string;
  @Column('integer', { nullable: true }) total!: number | null;
  @Column('integer', { default: 0 }) done!: number;
  @Column('text', { nullable: true }) key!: string | null;
  @Column('bigint', {
    nullable: true,
    transformer: { from: (size: string | null) => size && Number(size), to: (size: number | null) => size },
  })
  sizeBytes!: number | null;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) readyAt!: Date | null;
  @Column('timestamptz') expiresAt!: Date;
  /** Its requester sees it no more; the file is removed by the next sweep. */
  @Column('boolean', { default: false }) isDeleted!: boolean;
}

/** Where the file of one attempt lies. */
export const keyOf = ({ id, organizationId }: Pick<Export, 'id' | 'organizationId'>, attempt: number): string =>
  `exports/${organizationId}/${id}/${attempt}`;
