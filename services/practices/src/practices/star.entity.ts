import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reader's mark on a practice: hers alone, whatever its state (PRA-13). */
@Entity('stars')
export class Star {
  @PrimaryColumn('uuid') readerId!: string;
  @PrimaryColumn('uuid') practiceId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz') markedAt!: Date;
}
