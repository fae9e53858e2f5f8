import type { OfficerRole } from '@sportello/contracts/identity';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface Rights {
  organizationId: string;
  officeId: string | null;
  role: OfficerRole;
  procedureIds: string[];
}

/** The rights of a person who works for a body. A person works for one body at most. */
@Entity('officers')
export class OfficerRow implements Rights {
  /** The person's. */
  @PrimaryColumn('uuid') id!: string;
  @Index('officers_organization')
  @Column('uuid')
  organizationId!: string;
  @Index('officers_office')
  @Column('uuid', { nullable: true })
  officeId!: string | null;
  @Column('text') role!: OfficerRole;
  /** The procedures that she may work (ADM-02), in order and once each. */
  @Column('uuid', { array: true }) procedureIds!: string[];
  /** Counts the changes: copies of these rights in other services keep the highest. */
  @Column('integer') version!: number;

  /** @returns false when nothing changes */
  give(rights: Rights): boolean {
    const procedureIds = [...new Set(rights.procedureIds)].sort();
    const isSame =
      this.version > 0 &&
      this.organizationId === rights.organizationId &&
      this.officeId === rights.officeId &&
      this.role === rights.role &&
      this.procedureIds.join() === procedureIds.join();
    if (isSame) return false;
    Object.assign(this, { ...rights, procedureIds, version: this.version + 1 });
    return true;
  }
}
