import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Username and password of an officer, or of a person of the laboratory. */
@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid') personId!: string;
  /** In lower case. */
  @Index('credentials_username', { unique: true })
  @Column('text')
  username!: string;
  /** PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  @Column('text') passwordHash!: string;
  /** Given by somebody else: the person replaces it before it opens anything. */
  @Column('boolean', { default: false }) isInitial!: boolean;
}
