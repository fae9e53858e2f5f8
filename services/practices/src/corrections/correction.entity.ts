import type { Text } from '@sportello/contracts/contract';
import type { Content } from '@sportello/stored-forms/content';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One datum that was corrected, in words for people. */
export interface CorrectedDatum {
  /** JSON pointer of its value in the content. */
  pointer: string;
  label: Text;
  before: Text;
  after: Text;
}

/** A correction ex officio of what was sent (PRA-75). Never edited; the first one keeps what was sent. */
@Entity('corrections')
@Index('corrections_of_practice', ['practiceId', 'at', 'id'])
export class Correction {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') officerId!: string;
  @Column('text') officerName!: string;
  @Column('text') reason!: string;
  @Column('jsonb') changes!: CorrectedDatum[];
  /** All answers before it. */
  @Column('jsonb') contentBefore!: Content;
}
