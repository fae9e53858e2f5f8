import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { isId, newId } from './id.js';

test('a new id is a UUID of version 7, and tells when it was made', () => {
  const now = Date.parse('2026-11-29T06:05:00.123Z');
  const id = newId(now);
  expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
});

test('ids of one moment differ, and later ones are greater', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(1))).size).toBe(10_000);
  expect(newId(2) > newId(1)).toBe(true);
  expect(newId() > newId(Date.now() - 1)).toBe(true);
});

test('ids are told from words', () => {
  expect(isId(newId())).toBe(true);
  expect(isId('serv06-utenti-2022')).toBe(false);
  expect(isId(`x${newId()}`)).toBe(false);
});
