import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The app that makes codes for a person's sign-ins (IDE-50). */
@Entity('second_factors')
export class SecondFactor {
  @PrimaryColumn('uuid') personId!: string;
  /** Encrypted by AES-256-GCM: `iv.tag.text`, each base64url. */
  @Column('text') secret!: string;
  /** The step of the last code that was taken: it and those before it are taken no more. */
  @Column('bigint') lastStep!: string;
  /** SHA-256 of the recovery codes that were not used, in hexadecimal. */
  @Column('jsonb') recoveryHashes!: string[];
  @Column('timestamptz') setAt!: Date;
}
