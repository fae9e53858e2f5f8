import type { AnswerOf, AskedOf } from '@sportello/contracts/web';

type Contacts = AnswerOf<'rpc.identity.get-account.v1'>['contacts'];
export type AskedContacts = AskedOf<'rpc.identity.change-contacts.v1'>['contacts'];

export const contactFields = [
  { key: 'mail', type: 'email', autocomplete: 'email' },
  { key: 'officePhone', type: 'tel', autocomplete: 'work tel' },
  { key: 'mobilePhone', type: 'tel', autocomplete: 'mobile tel' },
] as const;

export const infoFields = ['title', 'company', 'department', 'location'] as const;

export type AddressKey = `${'residence' | 'domicile'}${'Street' | 'PostalCode' | 'Comune'}`;

/** The contacts as they stand in the fields: texts, empty where nothing was given. */
export type Typed = Record<
  (typeof contactFields)[number]['key'] | (typeof infoFields)[number] | AddressKey | 'biography' | 'language' | 'timeZone',
  string
>;

export const typedOf = (contacts: Contacts): Typed => ({
  mail: contacts.mail ?? '',
  officePhone: contacts.officePhone ?? '',
  mobilePhone: contacts.mobilePhone ?? '',
  residenceStreet: contacts.residence?.street ?? '',
  residencePostalCode: contacts.residence?.postalCode ?? '',
  residenceComune: contacts.residence?.comune ?? '',
  domicileStreet: contacts.domicile?.street ?? '',
  domicilePostalCode: contacts.domicile?.postalCode ?? '',
  domicileComune: contacts.domicile?.comune ?? '',
  title: contacts.title ?? '',
  company: contacts.company ?? '',
  department: contacts.department ?? '',
  location: contacts.location ?? '',
  biography: contacts.biography ?? '',
  language: contacts.language,
  timeZone: contacts.timeZone,
});

const orNull = (text: string): string | null => text.trim() || null;
const addressOf = (street: string, postalCode: string, comune: string) =>
  [street, postalCode, comune].some((part) => part.trim())
    ? { street: street.trim(), postalCode: postalCode.trim(), comune: comune.trim() }
    : null;

/** What is sent: null for what is empty, an address only when something of it is written. */
export const blankToNull = (typed: Typed): AskedContacts => ({
  mail: orNull(typed.mail),
  officePhone: orNull(typed.officePhone),
  mobilePhone: orNull(typed.mobilePhone),
  residence: addressOf(typed.residenceStreet, typed.residencePostalCode, typed.residenceComune),
  domicile: addressOf(typed.domicileStreet, typed.domicilePostalCode, typed.domicileComune),
  title: orNull(typed.title),
  company: orNull(typed.company),
  department: orNull(typed.department),
  location: orNull(typed.location),
  biography: orNull(typed.biography),
  language: typed.language === 'en' ? 'en' : 'it',
  timeZone: typed.timeZone,
});

const phone = /^\+?[0-9 ]{5,20}$/;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What is wrong, by field, as ids of texts; the server looks again with its own rules. */
export const issuesIn = (typed: Typed): Partial<Record<keyof Typed, string>> => {
  const issues: Partial<Record<keyof Typed, string>> = {};
  if (typed.mail.trim() && !mail.test(typed.mail.trim())) issues.mail = 'profile.wrong.mail';
  for (const key of ['officePhone', 'mobilePhone'] as const) {
    if (typed[key].trim() && !phone.test(typed[key].trim())) issues[key] = 'profile.wrong.phone';
  }
  for (const key of ['residencePostalCode', 'domicilePostalCode'] as const) {
    if (typed[key].trim() && !/^\d{5}$/.test(typed[key].trim())) issues[key] = 'profile.wrong.postalCode';
  }
  return issues;
};
