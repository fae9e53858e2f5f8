import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link that lets one person use a reserved service, once, until a day (CAT-85). */
@Entity('access_links')
@Index('access_links_procedure', ['procedureId', 'id'])
export class AccessLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  /** SHA-256 of the secret that the link ends with. */
  @Index('access_links_secret', { unique: true })
  @Column('text')
  secretHash!: string;
  /** For whom it is; null: for whoever opens it first. */
  @Column('text', { nullable: true }) fiscalCode!: string | null;
  /** The last day on which it can be opened, in Italy. */
  @Column('date') lastDay!: string;
  @Column('text', { nullable: true }) usedBy!: string | null;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}
