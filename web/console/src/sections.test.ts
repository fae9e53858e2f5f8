import { expect, test } from '@jest/globals';
import { sections } from './sections.js';
import { sectionsOf } from './sections-of.js';

const keys = (role: Parameters<typeof sectionsOf>[0]) => sectionsOf(role).map(({ key }) => key);

test('BKO-01, IDE-53: the sections Operatori and Sicurezza are only for managers and administrators', () => {
  expect(keys('officer')).toEqual([
    'today',
    'practices',
    'desk',
    'exports',
    'services',
    'calendars',
    'tickets',
    'library',
    'payments',
    'statistics',
    'kitchen',
    'absence',
  ]);
  expect(keys('manager')).toEqual([
    'today',
    'practices',
    'desk',
    'exports',
    'services',
    'calendars',
    'tickets',
    'help',
    'library',
    'officers',
    'payments',
    'statistics',
    'protocol',
    'kitchen',
    'enablings',
    'work',
    'accesses',
    'security',
    'absence',
  ]);
});

test('an administrator, who works no practices, is offered neither the queue nor what waits in it', () => {
  expect(keys('administrator')).toEqual([
    'services',
    'click-days',
    'calendars',
    'help',
    'library',
    'officers',
    'payments',
    'statistics',
    'organization',
    'protocol',
    'external',
    'kitchen',
    'school',
    'enablings',
    'work',
    'accesses',
    'security',
  ]);
});

test('each section has a letter of its own', () => {
  expect(new Set(sections.map(({ letter }) => letter)).size).toBe(sections.length);
});
