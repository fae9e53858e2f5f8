import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What is forgotten: the password, or the username. */
export type Forgotten = 'password' | 'username';

/** That somebody asked for what she forgot. Looked for after the answer, and deleted then. */
@Entity('recoveries')
export class Recovery {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') forgotten!: Forgotten;
  @Column('text') typed!: string;
  /** From where. */
  @Column('text') address!: string;
  @Index('recoveries_asked')
  @Column('timestamptz')
  askedAt!: Date;
}
