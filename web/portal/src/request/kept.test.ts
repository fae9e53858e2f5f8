import { expect, test } from '@jest/globals';
import { findKept, forget, type Kept, keep } from './kept.js';

const memory = () => {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
};
const kept: Kept = { personId: 'giulia', practiceId: 'p1', version: 2, content: { name: 'Giulia' }, keptAt: '2026-11-25T10:00:00Z' };

test('what was typed is found again in the same tab', () => {
  const store = memory();
  expect(keep(store, 'service', null, kept)).toBe(true);
  expect(findKept(store, 'service', null, 'giulia')).toEqual(kept);
  expect(findKept(store, 'service', 'p1', 'giulia')).toBeNull();
  forget(store, 'service', null);
  expect(findKept(store, 'service', null, 'giulia')).toBeNull();
});

test('another person on the same computer never sees it, and it is thrown away', () => {
  const store = memory();
  keep(store, 'service', null, kept);
  expect(findKept(store, 'service', null, 'marco')).toBeNull();
  expect(findKept(store, 'service', null, 'giulia')).toBeNull();
});

test('a broken or full store does no harm', () => {
  const store = memory();
  store.setItem('sportello.compilation.service.new', '{');
  expect(findKept(store, 'service', null, 'giulia')).toBeNull();
  const full = {
    ...store,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(keep(full, 'service', null, kept)).toBe(false);
});
