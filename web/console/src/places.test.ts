import { expect, test } from '@jest/globals';
import { placesOf } from './places.js';

const keys = (role: Parameters<typeof placesOf>[0]) => placesOf(role).map(({ key }) => key);

test('BKO-01: the section Operatori is only for managers and administrators', () => {
  expect(keys('officer')).toEqual(['home', 'practices', 'services']);
  expect(keys('manager')).toEqual(['home', 'practices', 'services', 'officers']);
});

test('an administrator, who works no practices, is not offered the queue', () => {
  expect(keys('administrator')).toEqual(['home', 'services', 'officers']);
});
