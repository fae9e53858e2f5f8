import type { ChildStatus } from '@sportello/contracts/school/children';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A pupil as the management system of the body keeps her. Here nobody changes anything but what it brings. */
@Entity('children')
@Index('children_code', ['organizationId', 'code'], { unique: true })
@Index('children_holder', ['holderFiscalCode', 'familyName', 'givenName', 'id'])
export class Child {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** By which the management system knows her. */
  @Column('text') code!: string;
  @Column('text') familyName!: string;
  @Column('text') givenName!: string;
  @Column('text') fiscalCode!: string;
  @Column('date') birthDate!: string;
  @Column('text') sex!: 'F' | 'M';
  @Column('text') birthPlace!: string;
  @Column('text') birthProvince!: string;
  @Column('text') comune!: string;
  @Column('text') postalCode!: string;
  @Column('text') province!: string;
  @Column('text') address!: string;
  @Column('text') phone!: string;
  @Column('text') status!: ChildStatus;
  /** The parent who sees her data (IDE-24), by fiscal code: who that is here is known once she signs in. */
  @Column('text') holderFiscalCode!: string;
  @Column('text') holderName!: string;
  @Column('text') paymentMethod!: string;
  @Column('text') invoiceDelivery!: string;

  get name(): string {
    return `${this.familyName} ${this.givenName}`;
  }
}

/** What a child shows at the service, and what a virtual account is kept for. */
@Entity('badges')
@Index('badges_number', ['organizationId', 'number'], { unique: true })
@Index('badges_child', ['childId', 'number'])
export class Badge {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  /** Digits and letters, with the zeros at their beginning. */
  @Column('text') number!: string;
}

/** A child goes to a service at a school, from one day on. */
@Entity('enrolments')
@Index('enrolments_once', ['organizationId', 'childId', 'serviceId', 'startsOn'], { unique: true })
@Index('enrolments_child', ['childId', 'startsOn'])
export class Enrolment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') childId!: string;
  @Column('uuid') serviceId!: string;
  @Column('uuid') schoolId!: string;
  @Column('text') className!: string;
  @Column('date') startsOn!: string;
  /** The last day; null: no end is known. */
  @Column('date', { nullable: true }) endsOn!: string | null;
  /** What a day costs this family; null: what it costs everybody. */
  @Column('integer', { nullable: true }) priceCents!: number | null;
}
