import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That charges and cut-offs of a body are to be worked out anew. Not there: nothing has changed since. */
@Entity('reckonings')
@Index('reckonings_due', ['askedAt'])
export class Reckoning {
  @PrimaryColumn('uuid') organizationId!: string;
  /** Grows with each request: one that comes while another is under way is done after it. */
  @Column('timestamptz') askedAt!: Date;
}
