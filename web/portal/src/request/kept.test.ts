import { expect, test } from '@jest/globals';
import { forgetOthers } from '@sportello/ui/kept-here';
import { findKept, forget, type Kept, keep, type Place } from './kept.js';

const memory = () => {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
};
const kept: Kept = { owner: 'giulia', practiceId: 'p1', version: 2, content: { name: 'Giulia' }, keptAt: '2026-11-25T10:00:00Z' };
const giulias: Place = { owner: 'giulia', procedureId: 'service', practiceId: null };

test('what was typed is found again in the same tab', () => {
  const store = memory();
  expect(keep(store, giulias, kept)).toBe(true);
  expect(findKept(store, giulias)).toEqual(kept);
  expect(findKept(store, { ...giulias, practiceId: 'p1' })).toBeNull();
  forget(store, giulias);
  expect(findKept(store, giulias)).toBeNull();
});

test('another profile never sees it, and finds it again when it is worn again', () => {
  const store = memory();
  keep(store, giulias, kept);
  expect(findKept(store, { ...giulias, owner: 'giulia as school head' })).toBeNull();
  forgetOthers(store, ['the person', 'giulia', 'giulia as school head']);
  expect(findKept(store, giulias)).toEqual(kept);
});

test('when another person signs in on the same computer it is thrown away, and nothing else is', () => {
  const store = memory();
  keep(store, giulias, kept);
  keep(store, { ...giulias, owner: 'marco' }, { ...kept, owner: 'marco' });
  store.setItem('sportello.language', 'en');
  forgetOthers(store, ['marco']);
  expect(findKept(store, giulias)).toBeNull();
  expect(findKept(store, { ...giulias, owner: 'marco' })).toMatchObject({ owner: 'marco' });
  expect(store.getItem('sportello.language')).toBe('en');
});

test('a broken or full store does no harm', () => {
  const store = memory();
  keep(store, giulias, kept);
  store.setItem(store.key(0) ?? '', '{');
  expect(findKept(store, giulias)).toBeNull();
  const full = {
    ...store,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(keep(full, giulias, kept)).toBe(false);
});
