import { expect, test } from '@jest/globals';
import { placesOf } from './places.js';

const keys = (role: Parameters<typeof placesOf>[0]) => placesOf(role).map(({ key }) => key);

test('BKO-01, IDE-53: the sections Operatori and Sicurezza are only for managers and administrators', () => {
  expect(keys('officer')).toEqual(['home', 'practices', 'services']);
  expect(keys('manager')).toEqual(['home', 'practices', 'services', 'officers', 'security']);
});

test('an administrator, who works no practices, is not offered the queue', () => {
  expect(keys('administrator')).toEqual(['home', 'services', 'officers', 'security']);
});
