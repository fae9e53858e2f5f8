import { expect, test } from '@jest/globals';
import { merge } from './merge.js';

const base = { name: 'Ada', town: 'Torino', files: [{ id: '1' }] };

test('CAT-89: what was changed on one screen and what was changed on the other are both kept', () => {
  expect(merge(base, { ...base, name: 'Ada Rossi' }, { ...base, town: 'Asti', phone: '011' })).toEqual({
    ...base,
    name: 'Ada Rossi',
    town: 'Asti',
    phone: '011',
  });
  expect(merge(base, base, { ...base, files: [{ id: '1' }, { id: '2' }] })).toEqual({ ...base, files: [{ id: '1' }, { id: '2' }] });
  expect(merge(base, { ...base, town: undefined }, base)).toEqual({ ...base, town: undefined });
});

test('CAT-89: one answer that both changed is nobody\u2019s to choose but the person\u2019s; changed alike it is no question', () => {
  expect(merge(base, { ...base, town: 'Asti' }, { ...base, town: 'Cuneo' })).toBeNull();
  expect(merge(base, { ...base, town: 'Asti' }, { ...base, town: 'Asti' })).toEqual({ ...base, town: 'Asti' });
});
