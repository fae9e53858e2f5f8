import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { coverageOf, idsIn } from './coverage.mjs';
import { root } from './paths.ts';

test('a row is proved by a test whose name begins with its ID, alone or with others', () => {
  // Put together here, so that this file itself proves nothing.
  const [star, address, mail, late] = ['PRA-13', 'CAT-24', 'NOT-01', 'PRA-15'];
  const text = `
    test('${star}: a star', () => {
    test.each(rows)("${address}, CAT-25: %s", () => {
    test(
      '${mail}: a mail',
    test('the star of ${late} is not what it proves', () => {
    test.todo('${late}: another day')
    test.skip('${late}: not now', () => {`;
  expect(idsIn(text)).toEqual(['PRA-13', 'CAT-24', 'CAT-25', 'NOT-01']);
});

test('rows are counted by prefix, and an ID that is in no list is told with its file', () => {
  const tests = new Map([
    ['a.test.ts', ['PRA-01', 'PRA-01', 'PRA-99']],
    ['b.test.ts', ['CAT-02']],
  ]);
  expect(coverageOf(['CAT-01', 'CAT-02', 'PRA-01'], tests)).toEqual({
    rows: [
      { prefix: 'CAT', covered: 1, total: 2, missing: ['CAT-01'] },
      { prefix: 'PRA', covered: 1, total: 1, missing: [] },
    ],
    unknown: [{ id: 'PRA-99', file: 'a.test.ts' }],
  });
});

test('the feature list names each of its 494 rows once', () => {
  const features = readFileSync(join(root, 'docs/features.txt'), 'utf8').trim().split('\n');
  expect(new Set(features).size).toBe(494);
  expect(features).toHaveLength(494);
  for (const feature of features) expect(feature).toMatch(/^[A-Z]{3}-\d{2,3}$/);
});
