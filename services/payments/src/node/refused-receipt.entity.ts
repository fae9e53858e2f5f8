import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A receipt that was not taken: the message to the letter, so that what was paid can be found again. The Node does not send it a second time. */
@Entity('refused_receipts')
@Index('refused_receipts_once', ['digest'], { unique: true })
export class RefusedReceipt {
  /** The entry on the list of staff has the same. */
  @PrimaryColumn('uuid') id!: string;
  /** Null where its body is none of this installation, or cannot be read. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') idPa!: string;
  /** SHA-256 of the message. */
  @Column('bytea') digest!: Buffer;
  @Column('text') faultCode!: string;
  /** Names a place of the message and never what stands there. */
  @Column('text') why!: string;
  @Column('bytea', { select: false }) raw!: Buffer;
  @Column('timestamptz') arrivedAt!: Date;
}
