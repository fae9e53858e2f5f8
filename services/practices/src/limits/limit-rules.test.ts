import { expect, test } from '@jest/globals';
import type { LimitSettings } from '@sportello/contracts/practices/limits';
import { usersForm } from '../../test/form.js';
import { faultsIn, keysOf, placesOf } from './limit-rules.js';

const by = (fields: string[], applicant = false): LimitSettings => ({ uniqueBy: { fields, applicant } });
const person = 'NREFRC80A41L219X';

test('CAT-76: two brothers take two places, and a number as many as it says', () => {
  expect(placesOf({ countedBy: 'users' }, { users: [{}, {}] })).toBe(2);
  expect(placesOf({ countedBy: 'seats' }, { seats: 3 })).toBe(3);
  expect([
    placesOf({}, { users: [{}, {}] }),
    placesOf({ countedBy: 'users' }, {}),
    placesOf({ countedBy: 'seats' }, { seats: -4 }),
  ]).toEqual([1, 1, 1]);
  expect(placesOf({ countedBy: 'seats' }, { seats: 1e300 })).toBe(1_000_000_000);
});

test('CAT-74: case and spaces make no other request; another field, child or applicant does', () => {
  const key = (limits: LimitSettings, content: object, who = person) => keysOf(limits, content as Record<string, unknown>, who);
  expect(key(by(['street']), { street: ' via  Roma 1' })).toEqual(key(by(['street']), { street: 'Via Roma 1 ' }, 'ANOTHER'));
  expect(key(by(['street'], true), { street: 'a' })).not.toEqual(key(by(['street'], true), { street: 'a' }, 'ANOTHER'));
  expect(key(by([], true), {})).toHaveLength(1);
  const children = [{ name: 'Ada' }, { name: 'Ugo' }, { name: 'ada' }];
  expect(key(by(['users.name']), { users: children })).toHaveLength(2);
  expect(key(by(['users.name']), { users: [{ name: 'ADA' }] })[0]).toBe(key(by(['users.name']), { users: children })[0]);
  // What was left empty is nobody's.
  expect([key(by(['street']), {}), key(by(['users.name']), {}), key({}, { street: 'a' })]).toEqual([[], [], []]);
});

test('a limit that looks at a field which the form does not have is refused, and says which', () => {
  expect(faultsIn({ countedBy: 'users', ...by(['street', 'users.familyName'], true) }, usersForm)).toEqual([]);
  const faults = faultsIn({ countedBy: 'street', ...by(['road', 'users', 'users.age']) }, usersForm);
  expect(faults.map(({ pointer }) => pointer)).toEqual(['/limits/countedBy', '/limits/uniqueBy/fields']);
  expect(faults[1]?.detail.it).toBe('Il modulo non ha questi campi: road, users, users.age');
});
