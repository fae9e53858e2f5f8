import { isDeepStrictEqual } from 'node:util';
import { invitationNotFound } from '@sportello/contracts/identity/accounts';
import { type OfficerRole, type OfficerState, type Subject } from '@sportello/contracts/identity/officers';
import { forbidden } from '@sportello/contracts/problems';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface Rights {
  organizationId: string;
  officeId: string | null;
  role: OfficerRole;
  subjects: Subject[];
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
  @Column('text') state!: OfficerState;
  /** What she may work on (ADM-02), in order and once each. */
  @Column('jsonb', { default: [] }) subjects!: Subject[];
  /** Counts the changes: copies of these rights in other services keep the highest. */
  @Column('integer') version!: number;

  /**
   * @param shown the version that the one who gives them saw
   * @returns false when nothing changes
   * @throws Problem `changed-meanwhile`
   */
  give(rights: Rights, shown: number): boolean {
    const subjects = inOrder(rights.subjects);
    const isSame =
      this.version > 0 &&
      this.organizationId === rights.organizationId &&
      this.officeId === rights.officeId &&
      this.role === rights.role &&
      isDeepStrictEqual(this.subjects, subjects);
    if (isSame) return false;
    checkVersion(shown, this.version);
    Object.assign(this, { ...rights, subjects, version: this.version + 1 });
    return true;
  }

  /** @returns false when she is suspended already */
  suspend(): boolean {
    if (this.state === 'suspended') return false;
    if (this.state === 'invited') throw new Problem(forbidden, notYet);
    return this.become('suspended');
  }

  /** @returns false when she is not suspended */
  reinstate(): boolean {
    return this.state === 'suspended' && this.become('active');
  }

  /** @param version what she was shown: nobody accepts what she has not read */
  accept(version: number): void {
    if (this.state !== 'invited') throw new Problem(invitationNotFound);
    checkVersion(version, this.version);
    this.become('active');
  }

  private become(state: OfficerState): true {
    this.state = state;
    this.version += 1;
    return true;
  }
}

/** Each once, by kind and id. */
function inOrder(subjects: readonly Subject[]): Subject[] {
  const keyed = new Map(subjects.map(({ kind, id }) => [`${kind} ${id}`, { id, kind }]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

const notYet = { it: 'È invitata e non lavora ancora per l’ente', en: 'She is invited and does not work for the body yet' };
