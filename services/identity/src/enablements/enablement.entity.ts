import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a person was enabled, on the ground of a request: by whom it was asked, for which comune, and under which username. */
@Entity('enablements')
export class Enablement {
  /** Of the item of the request. */
  @PrimaryColumn('uuid') id!: string;
  @Index('enablements_person')
  @Column('uuid')
  personId!: string;
  /** The body that enables. */
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  /** Who sent the request. */
  @Column('uuid') askedBy!: string;
  @Column('text') onBehalfOf!: string;
  /** Of the regional credential. */
  @Column('text') username!: string;
  @Column('timestamptz') enabledAt!: Date;
}
