import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who changed whose data, in which capacity. The database refuses changes and deletions, and chains the rows:
 * `hash` is the SHA-256 of the row before and of this one, so that a row taken away leaves a gap that shows.
 */
@Entity('access_log')
export class Access {
  /** Written by the database, without gaps. */
  @PrimaryColumn('bigint') position!: string;
  @Column('timestamptz') at!: Date;
  /** Null: a service on its own account, or nobody signed in. */
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** For example `administrator`. */
  @Column('text') capacity!: string;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** For example `contacts-changed`. */
  @Column('text') action!: string;
  @Index('access_log_subject')
  @Column('uuid')
  subjectId!: string;
  @Column('text') requestId!: string;
  @Column('text') hash!: string;
  /** What the hash covers: 2 is `access_text` of the database, 1 was PostgreSQL's own JSON. */
  @Column('smallint', { default: 1 }) format!: number;
}
