import { pageTexts } from '../../services/identity/src/provider/texts.js';
import type { Person } from './person.js';
import { formWords } from './words.js';

/** Types name and password in the sign-in page, where she stands. */
export async function signIn(
  person: Person,
  [username, password]: readonly [string, string],
  as: 'citizen' | 'officer' = 'citizen',
): Promise<void> {
  const { page, options } = person;
  const text = pageTexts[options.setting.language];
  await person.field(text.username).fill(username);
  await person.field(text.password).fill(password);
  await page.getByRole('button', { name: as === 'officer' ? text.officerEnter : text.enter, exact: true }).click();
}

export interface Comune {
  cap: string;
  address: string;
  bodyFiscalCode: string;
  pec: string;
  rupName: string;
  rupMail: string;
  rupPhone: string;
}

/** Province from its list, then the comune by some of its letters. */
export async function chooseComune(person: Person, province: string, letters: string, comune: string): Promise<void> {
  const { label } = formWords(person.options.setting.language);
  await person.field(label('province')).selectOption({ label: province });
  const box = person.field(label('municipality'));
  await box.click();
  await box.clear();
  await box.pressSequentially(letters);
  await person.page.getByRole('listbox').getByRole('option', { name: comune, exact: true }).click();
}

export async function fillComune(person: Person, comune: Comune): Promise<void> {
  const { label } = formWords(person.options.setting.language);
  for (const key of ['cap', 'address', 'bodyFiscalCode', 'pec', 'rupName', 'rupMail', 'rupPhone'] as const) {
    await person.field(label(key)).fill(comune[key]);
  }
}

export interface User {
  givenName: string;
  familyName: string;
  fiscalCode: string;
  birthDate: string;
  mail: string;
  phone: string;
}

/** The box of a user, counted from one. */
export const userBox = (person: Person, number: number) =>
  person.page.getByRole('region', { name: `${formWords(person.options.setting.language).user} ${number}`, exact: true });

export async function fillUser(person: Person, number: number, user: User): Promise<void> {
  const { userLabel } = formWords(person.options.setting.language);
  const box = userBox(person, number);
  for (const key of ['givenName', 'familyName', 'fiscalCode', 'birthDate', 'mail', 'phone'] as const) {
    await person.field(userLabel(key), box).fill(user[key]);
  }
}
