import { expect, test } from '@jest/globals';
import { Contacts } from '@sportello/contracts/identity/accounts';
import { typed as examples } from '../../../../libs/italy/test/typed.js';
import { blankToNull, issuesIn, takeUp, typedOf, worksSomewhere } from './contacts.js';

const contacts: Parameters<typeof typedOf>[0] = {
  mail: 'giulia@example.it',
  officePhone: null,
  mobilePhone: '+393331234567',
  residence: { street: 'Via Roma, 1', postalCode: '10010', comune: 'Ascalea' },
  domicile: null,
  title: null,
  company: null,
  department: null,
  location: null,
  biography: null,
  language: 'it',
  timeZone: 'Europe/Rome',
};

test('IDE-18: what is shown and not changed is sent back as it was', () => {
  expect(blankToNull(typedOf(contacts))).toEqual(contacts);
});

test('IDE-39: what is emptied is taken away, what is written in part is an address', () => {
  const typed = {
    ...typedOf(contacts),
    mobilePhone: ' ',
    residenceStreet: '',
    residencePostalCode: '',
    residenceComune: '',
    domicileComune: 'Torino',
  };
  const sent = blankToNull(typed);
  expect(sent.mobilePhone).toBeNull();
  expect(sent.residence).toBeNull();
  expect(sent.domicile).toEqual({ street: '', postalCode: '', comune: 'Torino' });
  expect(Contacts.safeParse(sent).success).toBe(true);
});

test('IDE-16: a number, a mail or a postcode that cannot be is told before sending', () => {
  const typed = { ...typedOf(contacts), officePhone: 'abc', mail: 'giulia', residencePostalCode: '100' };
  expect(Object.keys(issuesIn(typed)).toSorted()).toEqual(['mail', 'officePhone', 'residencePostalCode']);
  expect(issuesIn(typedOf(contacts))).toEqual({});
});

test.each(['mail', 'phone', 'cap', 'line'] as const)('IDE-16: a %s typed in the profile is sent as the API and forms keep it', (kind) => {
  const key = ({ mail: 'mail', phone: 'officePhone', cap: 'residencePostalCode', line: 'company' } as const)[kind];
  for (const [text, kept] of examples[kind]) {
    const typed = { ...typedOf(contacts), residenceStreet: 'Via Roma', [key]: text };
    const { residence, ...sent } = blankToNull(typed);
    const value = key === 'residencePostalCode' ? residence?.postalCode : sent[key];
    expect([text, issuesIn(typed)[key] === undefined ? value : null]).toEqual([text, kept]);
  }
});

test('IDE-16: what is typed stays over what another window saved, and fields that were not touched follow it', () => {
  const before = typedOf(contacts);
  const typed = { ...before, mobilePhone: '333 7654321', title: 'Dott.ssa' };
  const saved = { ...before, mobilePhone: '+393330000000', company: 'Comune di Ascalea' };
  expect(takeUp(typed, before, saved)).toEqual({
    ...before,
    mobilePhone: '333 7654321',
    title: 'Dott.ssa',
    company: 'Comune di Ascalea',
  });
  expect(takeUp(before, before, saved)).toEqual(saved);
});

test('IDE-14: a school head and an officer are asked where they work, a citizen and a mayor are not', () => {
  type Asked = Parameters<typeof worksSomewhere>[0];
  const profileOf = (kind: Asked['profiles'][number]['kind']) => ({ id: kind, kind }) as Asked['profiles'][number];
  const profiles = [profileOf('citizen'), profileOf('mayor'), profileOf('school_head')];
  const asked = (activeProfileId: string) => worksSomewhere({ officer: null, profiles, activeProfileId });
  expect(['citizen', 'mayor', 'school_head'].map(asked)).toEqual([false, false, true]);
  expect(worksSomewhere({ officer: {} as Asked['officer'], profiles: [], activeProfileId: null })).toBe(true);
});
