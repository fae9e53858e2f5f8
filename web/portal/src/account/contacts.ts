import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { asCode, asLine, asMail, asPhone, asProse, isMail, isPhone, isPostalCode } from '@sportello/italy/typed-text';

type Account = AnswerOf<'rpc.identity.get-account.v1'>;
type Contacts = Account['contacts'];
export type AskedContacts = AskedOf<'rpc.identity.change-contacts.v1'>['contacts'];

export const contactFields = [
  { key: 'mail', type: 'email', autocomplete: 'email' },
  { key: 'officePhone', type: 'tel', autocomplete: 'work tel' },
  { key: 'mobilePhone', type: 'tel', autocomplete: 'mobile tel' },
] as const;

export const infoFields = ['title', 'company', 'department', 'location'] as const;

/** Where somebody works is asked of a school head, as long as she wears that profile, and of officers (IDE-14). */
export const worksSomewhere = ({
  officer,
  profiles,
  activeProfileId,
}: Pick<Account, 'officer' | 'profiles' | 'activeProfileId'>): boolean =>
  officer !== null || profiles.some(({ id, kind }) => id === activeProfileId && kind === 'school_head');

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

/** What is typed, from now on over what is saved: a field that was not touched since `before` follows it. */
export const takeUp = (typed: Typed, before: Typed, saved: Typed): Typed => {
  const taken = { ...saved };
  for (const key of Object.keys(saved) as (keyof Typed)[]) if (typed[key] !== before[key]) taken[key] = typed[key];
  return taken;
};

const orNull = (text: string, as = asLine): string | null => as(text) || null;
const addressOf = (street: string, postalCode: string, comune: string) => {
  const address = { street: asLine(street), postalCode: asCode(postalCode), comune: asLine(comune) };
  return Object.values(address).some(Boolean) ? address : null;
};

/** What is sent: null for what is empty, an address only when something of it is written. */
export const blankToNull = (typed: Typed): AskedContacts => ({
  mail: orNull(typed.mail, asMail),
  officePhone: orNull(typed.officePhone, asPhone),
  mobilePhone: orNull(typed.mobilePhone, asPhone),
  residence: addressOf(typed.residenceStreet, typed.residencePostalCode, typed.residenceComune),
  domicile: addressOf(typed.domicileStreet, typed.domicilePostalCode, typed.domicileComune),
  title: orNull(typed.title),
  company: orNull(typed.company),
  department: orNull(typed.department),
  location: orNull(typed.location),
  biography: orNull(typed.biography, asProse),
  language: typed.language === 'en' ? 'en' : 'it',
  timeZone: typed.timeZone,
});

/** What is wrong, by field, as ids of texts; the server looks again with the same rules. */
export const issuesIn = (typed: Typed): Partial<Record<keyof Typed, string>> => {
  const { mail, residence, domicile, ...contacts } = blankToNull(typed);
  const issues: Partial<Record<keyof Typed, string>> = {};
  if (mail && !isMail(mail)) issues.mail = 'profile.wrong.mail';
  for (const key of ['officePhone', 'mobilePhone'] as const) {
    if (contacts[key] && !isPhone(contacts[key])) issues[key] = 'profile.wrong.phone';
  }
  if (residence?.postalCode && !isPostalCode(residence.postalCode)) issues.residencePostalCode = 'profile.wrong.postalCode';
  if (domicile?.postalCode && !isPostalCode(domicile.postalCode)) issues.domicilePostalCode = 'profile.wrong.postalCode';
  return issues;
};
