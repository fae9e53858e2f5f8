import type { Language } from '@sportello/contracts/contract';
import type { Address, Contacts } from '@sportello/contracts/identity/accounts';
import type { Identity } from '@sportello/contracts/identity/people';
import { checkVersion } from '@sportello/messaging/problem';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import { invalidField } from '../invalid-field.js';

type AddressData = z.infer<typeof Address>;

/** What the identity provider says of a person: read only for her, renewed at every sign-in (IDE-40). */
export class IdentityData implements z.infer<typeof Identity> {
  @Column('text') givenName!: string;
  @Column('text') familyName!: string;
  /** Sixteen capitals and digits, without the prefix `TINIT-`. One person, one code: sign-ins by SPID, CIE and CNS meet here. */
  @Index('people_fiscal_code', { unique: true })
  @Column('text')
  fiscalCode!: string;
  @Column('date', { nullable: true }) birthDate!: string | null;
  @Column('text', { nullable: true }) birthPlace!: string | null;
  @Column('text', { nullable: true }) birthState!: string | null;
  @Column('text', { nullable: true }) sex!: 'F' | 'M' | null;
}

/** What a person says of herself (IDE-16, 17, 39). */
export class ContactData implements z.infer<typeof Contacts> {
  @Column('text', { nullable: true }) mail: string | null = null;
  @Column('text', { nullable: true }) officePhone: string | null = null;
  @Column('text', { nullable: true }) mobilePhone: string | null = null;
  @Column('jsonb', { nullable: true }) residence: AddressData | null = null;
  @Column('jsonb', { nullable: true }) domicile: AddressData | null = null;
  @Column('text', { nullable: true }) title: string | null = null;
  @Column('text', { nullable: true }) company: string | null = null;
  @Column('text', { nullable: true }) department: string | null = null;
  @Column('text', { nullable: true }) location: string | null = null;
  @Column('text', { nullable: true }) biography: string | null = null;
  @Column('text') language: Language = 'it';
  /** IANA name. */
  @Column('text') timeZone = 'Europe/Rome';
}

@Entity('people')
/** GIN: the migration makes it, because decorators know no kinds of index. */
@Index('people_words', { synchronize: false })
/** Of `lower(mail)`, for which decorators have no words either. */
@Index('people_mail', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column(() => IdentityData, { prefix: false }) identity!: IdentityData;
  @Column(() => ContactData, { prefix: false }) contacts = new ContactData();
  /** Counts the changes of contacts. */
  @Column('integer') version = 0;
  /** Where the gateway has stored the picture. */
  @Column('text', { nullable: true }) pictureKey: string | null = null;
  /** The profile worn last, which the next sign-in takes up again. */
  @Column('uuid', { nullable: true }) lastProfileId: string | null = null;
  @Column('timestamptz') createdAt!: Date;
  /** The words of the name, by which officers are found. Written with it, never read. */
  @Column('tsvector', { select: false, nullable: true }) words?: string;

  get fullName(): string {
    return `${this.identity.givenName} ${this.identity.familyName}`;
  }

  /** @param version the one that the person saw: a change made meanwhile elsewhere is not overwritten */
  changeContacts(contacts: z.infer<typeof Contacts>, version: number): void {
    checkVersion(version, this.version);
    if (!isTimeZone(contacts.timeZone))
      throw invalidField('/contacts/timeZone', { it: 'Fuso orario sconosciuto', en: 'Unknown time zone' });
    this.contacts = Object.assign(new ContactData(), contacts);
    this.version += 1;
  }
}

/** True for names of the IANA time zone database, however they are written. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0 && /^[A-Za-z]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
