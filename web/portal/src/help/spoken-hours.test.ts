import { expect, test } from '@jest/globals';
import { spokenHours } from './spoken-hours.js';

const hours = { opensAt: '08:00', closesAt: '18:00' };

test('TIC-35: days in a row are told by the first and the last, others one by one, in either language', () => {
  expect(spokenHours({ ...hours, weekdays: [1, 2, 3, 4, 5] }, 'it')).toBe('lun-ven 08:00-18:00');
  expect(spokenHours({ ...hours, weekdays: [5, 1, 3, 2, 3] }, 'it')).toBe('lun-mer, ven 08:00-18:00');
  expect(spokenHours({ ...hours, weekdays: [6, 7] }, 'en')).toBe('Sat, Sun 08:00-18:00');
  expect(spokenHours({ ...hours, weekdays: [2] }, 'en')).toBe('Tue 08:00-18:00');
});
