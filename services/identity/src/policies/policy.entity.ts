import type { Text } from '@sportello/contracts/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of the privacy policy. Never changed once published: people have accepted these words. */
@Entity('policies')
export class PolicyRow {
  @PrimaryColumn('text') version!: string;
  /** It is in force from here until the next one's. */
  @Column('timestamptz') publishedAt!: Date;
  @Column('jsonb') title!: Text;
  @Column('jsonb') body!: Text;
}

/** Who accepted which version, and when (IDE-20). The database refuses to change or delete these rows. */
@Entity('acceptances')
export class Acceptance {
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('text') version!: string;
  @Column('timestamptz') acceptedAt!: Date;
}
