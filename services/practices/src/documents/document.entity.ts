import type { Document as DocumentShape } from '@sportello/contracts/practices/documents';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/**
 * A PDF that we made. The row comes first, with code and instant, so that a job that is done again prints the same bytes; key, size and
 * hash stand in it when the file is stored, and only then is it shown. The hash is in the key: another print would lie beside it.
 */
@Entity('documents')
@Index('documents_practice', ['practiceId', 'kind'], { unique: true })
@Index('documents_registration', ['issuedAt'], { where: "kind = 'registration' and sha256 is null" })
export class Document {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') kind!: z.infer<typeof DocumentShape>['kind'];
  @Column('text') name!: string;
  @Column('text', { nullable: true }) key!: string | null;
  @Column('integer', { nullable: true }) sizeBytes!: number | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  @Index('documents_code', { unique: true })
  @Column('text')
  verificationCode!: string;
  @Column('timestamptz') issuedAt!: Date;
}
