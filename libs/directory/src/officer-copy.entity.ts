import type { Absence, OfficerRole, Subject } from '@sportello/contracts/identity/officers';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the identity service says of an officer: body, office and the subjects she may work on. The highest version is the one in force. */
@Entity('officer_copies')
/** Of a value within `absence`, for which decorators have no words. */
@Index('officer_copies_substitute', { synchronize: false })
export class OfficerCopy {
  @PrimaryColumn('uuid') officerId!: string;
  @Index('officer_copies_organization')
  @Column('uuid')
  organizationId!: string;
  @Column('uuid', { nullable: true }) officeId!: string | null;
  @Column('text', { nullable: true }) officeName!: string | null;
  @Column('text') role!: OfficerRole;
  /** False while she is suspended: she may work nothing. */
  @Column('boolean') isActive!: boolean;
  @Column('jsonb', { default: [] }) subjects!: Subject[];
  /** Who stands in for her and when; it may be over. */
  @Column('jsonb', { nullable: true }) absence!: Absence | null;
  @Column('text') name!: string;
  @Column('integer') version!: number;
}
