import type { ProfileKind } from '@sportello/contracts/identity/people';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person is when she uses the portal: a citizen, a mayor, a school head (IDE-19). */
@Entity('profiles')
export class PersonProfile {
  @PrimaryColumn('uuid') id!: string;
  @Index('profiles_person')
  @Column('uuid')
  personId!: string;
  @Column('text') kind!: ProfileKind;
  @Column('text', { nullable: true }) onBehalfOf!: string | null;
  /** ISTAT code of the comune that it acts for, if it is one. */
  @Column('text', { nullable: true }) comune!: string | null;
  /** The body that gave it; null for the installation. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  /** The order in which they were given: the first is worn until another is chosen. */
  @Column('smallint') position!: number;
}
