import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** User name and password of an officer, or of a person of the laboratory. */
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

/**
 * Attempts to sign in that have not succeeded, user names that do not exist counted as those that do; and what a person of staff registers.
 */
@Entity('sign_in_attempts')
@Index('sign_in_attempts_since', ['since'])
export class SignInAttempts {
  /**
   * `pair:` (name and address), `address:`, `name:`, `device:`, `told:` (its owner knows) or `registration:` (who registers) and a SHA-256:
   * what was typed is kept nowhere.
   */
  @PrimaryColumn('text') key!: string;
  @Column('integer') count!: number;
  /** When the first of them was made. */
  @Column('timestamptz') since!: Date;
}
