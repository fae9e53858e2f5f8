import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Bytes that may be on their way, under a key of their own. Confirming takes the row away, and the key is the attachment's from then on;
 * what was given up, by the gateway or by the sweep, can no longer be confirmed, and the sweep takes its bytes away.
 */
@Entity('uploads')
@Index('uploads_begun', ['begunAt'])
export class Upload {
  @PrimaryColumn('text') key!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid') attachmentId!: string;
  @Column('uuid') addedBy!: string;
  @Column('timestamptz') begunAt!: Date;
  @Column('boolean') isGivenUp!: boolean;
}
