import type { Attachment as AttachmentShape } from '@sportello/contracts/practices/attachments';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import type { Mover } from '../practices/moves.js';

/**
 * A file of a practice, inspected and kept. `discarded`: the sweep takes its bytes away. Its key was given to it alone, and its bytes never
 * change. Those of messages, amendments and outcomes are seen by the other side once they are sent with one (`sentAt`, `sentWith`).
 */
@Entity('attachments')
@Index('attachments_practice', ['practiceId', 'addedAt'])
@Index('attachments_unsettled', ['addedAt'], { where: "state <> 'stored' or (sent_at is null and purpose <> 'form')" })
export class Attachment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') state!: 'stored' | 'discarded';
  @Column('text') purpose!: z.infer<typeof AttachmentShape>['purpose'];
  @Column('text', { nullable: true }) fieldKey!: string | null;
  @Column('text') side!: 'applicant' | 'office';
  @Column('uuid') addedBy!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('integer') sizeBytes!: number;
  @Column('text') sha256!: string;
  @Column('timestamptz') addedAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** The message or amendment that it was sent with; null for an outcome's. */
  @Column('uuid', { nullable: true }) sentWith!: string | null;
}

/** On whose side of the practice a file of this person stands. */
export const fileSideOf = ({ side }: Mover): Attachment['side'] => (side === 'applicant' ? 'applicant' : 'office');
