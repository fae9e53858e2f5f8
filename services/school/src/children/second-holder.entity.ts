import type { HolderRight } from '@sportello/contracts/school/children';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody else than the account holder may do for a child (SCH-33). What has ended stays, with who gave it and who ended it. */
@Entity('second_holders')
@Index('second_holders_once', ['childId', 'fiscalCode'], { unique: true, where: 'ended_at is null' })
@Index('second_holders_of', ['fiscalCode'], { where: 'ended_at is null' })
@Index('second_holders_listed', ['organizationId', 'name', 'id'], { where: 'ended_at is null' })
export class SecondHolder {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  @Column('text') fiscalCode!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) rights!: HolderRight[];
  @Column('integer') version!: number;
  @Column('timestamptz') setAt!: Date;
  @Column('uuid') setBy!: string;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
}
