import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many places of a service are taken. Whoever takes one holds the row until the transaction ends. */
@Entity('capacities')
export class Capacity {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer', { default: 0 }) taken!: number;
  /** What was sent before is counted no more. */
  @Column('timestamptz', { nullable: true }) resetAt!: Date | null;
}

/** What was asked for once, and may not be asked for again while its practice stands. */
@Entity('unique_keys')
@Index('unique_keys_practice', ['practiceId'])
export class UniqueKey {
  @PrimaryColumn('uuid') procedureId!: string;
  /** SHA-256 of the values, in hexadecimal. */
  @PrimaryColumn('text') key!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
}
