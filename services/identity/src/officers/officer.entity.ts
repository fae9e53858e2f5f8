import { isDeepStrictEqual } from 'node:util';
import { invitationNotFound } from '@sportello/contracts/identity/accounts';
import { type Absence, type OfficerRole, type OfficerState, type Subject } from '@sportello/contracts/identity/officers';
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
  /** Who was deleted keeps her row: her version goes on where it was, should a body invite her again. */
  @Column('text') state!: OfficerState | 'deleted';
  /** Whether other services know of her: then they are told of every change, and as long as she is only invited they are not. */
  @Column('boolean', { default: false }) isTold!: boolean;
  /** What she may work on (ADM-02), in order and once each. */
  @Column('jsonb', { default: [] }) subjects!: Subject[];
  /** Who stands in for her and when; it may be over. */
  @Column('jsonb', { nullable: true }) absence!: Absence | null;
  /** Counts the changes: copies of these rights in other services keep the highest. */
  @Column('integer') version!: number;

  /** What a body is shown of whoever does not work for it: nothing. */
  get shownVersion(): number {
    return this.state === 'deleted' ? 0 : this.version;
  }

  /**
   * @param shown the version that the one who gives them saw
   * @returns false when nothing changes
   * @throws Problem `changed-meanwhile`
   */
  give(rights: Rights, shown: number): boolean {
    const subjects = inOrder(rights.subjects);
    const isSame =
      this.shownVersion > 0 &&
      this.organizationId === rights.organizationId &&
      this.officeId === rights.officeId &&
      this.role === rights.role &&
      isDeepStrictEqual(this.subjects, subjects);
    if (isSame) return false;
    checkVersion(shown, this.shownVersion);
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

  /** @returns false when it is known already; @throws Problem `changed-meanwhile` */
  tellAbsence(absence: Absence | null, shown: number): boolean {
    if (isDeepStrictEqual(this.absence ?? null, absence)) return false;
    checkVersion(shown, this.version);
    Object.assign(this, { absence, version: this.version + 1 });
    return true;
  }

  /** She works for the body no more, whatever she was there. @param shown the version that the one who deletes her saw */
  leave(shown: number): void {
    checkVersion(shown, this.version);
    Object.assign(this, { officeId: null, subjects: [], absence: null });
    this.become('deleted');
  }

  private become(state: OfficerRow['state']): true {
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
