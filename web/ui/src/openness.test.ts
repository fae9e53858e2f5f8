import { expect, test } from '@jest/globals';
import { openness } from './openness.js';

const window = { status: 'published', opensAt: '2022-07-25T10:00:00.000Z', closesAt: '2022-09-02T10:00:00.000Z' };

test('CAT-16: a service opens at its first instant and is closed at its last', () => {
  expect(openness(window, new Date('2022-07-25T09:59:59.999Z'))).toBe('not-yet');
  expect(openness(window, new Date('2022-07-25T10:00:00.000Z'))).toBe('open');
  expect(openness(window, new Date('2022-09-02T09:59:59.999Z'))).toBe('open');
  expect(openness(window, new Date('2022-09-02T10:00:00.000Z'))).toBe('closed');
});

test('without dates it is always open, unless it is suspended', () => {
  expect(openness({ status: 'published', opensAt: null, closesAt: null }, new Date())).toBe('open');
  expect(openness({ opensAt: null, closesAt: null }, new Date())).toBe('open');
  expect(openness({ ...window, status: 'suspended' }, new Date('2022-08-01T00:00:00Z'))).toBe('closed');
});
