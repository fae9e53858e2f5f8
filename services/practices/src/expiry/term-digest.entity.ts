import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an officer was told, on a day, of the terms that are about to expire: once a day, whoever looks. */
@Entity('term_digests')
export class TermDigest {
  @PrimaryColumn('uuid') officerId!: string;
  /** In Rome. */
  @PrimaryColumn('date') day!: string;
  @Column('uuid') organizationId!: string;
}
