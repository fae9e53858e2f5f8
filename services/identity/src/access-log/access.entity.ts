import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who read or changed whose data, in which capacity. The database refuses changes and deletions, and chains the rows:
 * `hash` is the SHA-256 of the row before and of this one, so that a row taken away leaves a gap that shows.
 */
@Entity('access_log')
@Index('access_log_of_person', ['subjectId', 'at', 'id'])
@Index('access_log_of_thing', ['aboutId', 'at', 'id'], { where: 'about_id is not null' })
@Index('access_log_of_body', ['organizationId', 'at', 'id'], { where: 'about_id is not null' })
@Index('access_log_of_actor', ['actorId', 'at', 'id'], { where: 'about_id is not null' })
export class Access {
  /** Written by the database, without gaps. */
  @PrimaryColumn('bigint') position!: string;
  @Column('timestamptz') at!: Date;
  /** Null: a service on its own account, or nobody signed in. */
  @Column('uuid', { nullable: true }) actorId!: string | null;
  /** For example `administrator`. */
  @Column('text') capacity!: string;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** For example `contacts-changed` or `practice-read`. */
  @Column('text') action!: string;
  @Column('uuid')
  subjectId!: string;
  @Column('text') requestId!: string;
  /** The thing by which it was done; null for the account itself. */
  @Column('text', { nullable: true }) aboutKind!: string | null;
  @Column('uuid', { nullable: true }) aboutId!: string | null;
  /** Of the access, by which one that is told twice is known. */
  @Index('access_log_id', { unique: true })
  @Column('uuid')
  id!: string;
  @Column('text') hash!: string;
  /** What the hash covers: from 2 on it is `access_text` of the database, 1 was PostgreSQL's own JSON. */
  @Column('smallint', { default: 1 }) format!: number;
}
