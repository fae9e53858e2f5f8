import { expect, test } from '@jest/globals';
import type { Form } from '@sportello/forms/form';
import fc from 'fast-check';
import { searched } from '../../../../libs/italy/test/typed.js';
import {
  changedFields,
  comuniIn,
  controlId,
  dependents,
  matching,
  pointerWithItem,
  pointerWithoutItem,
  valueAt,
  withValue,
} from './values.js';

const text = (it: string) => ({ it, en: it });
const form: Form = {
  pages: [
    {
      key: 'body',
      title: text('Dati del Comune'),
      sections: [
        {
          key: 'seat',
          fields: [
            { kind: 'province', key: 'province', label: text('Provincia') },
            { kind: 'comune', key: 'comune', label: text('Comune'), within: 'province' },
            {
              kind: 'block',
              key: 'users',
              label: text('Utenti'),
              itemTitle: text('Utente'),
              addLabel: text('Aggiungi utente'),
              min: 1,
              max: 5,
              fields: [{ kind: 'comune', key: 'birthplace', label: text('Nato a'), within: 'province' }],
            },
          ],
        },
      ],
    },
  ],
};

test('a value is written where its pointer leads, and nothing else changes', () => {
  const before = { users: [{ name: 'Giulia' }, { name: 'Marco' }], comune: '001272' };
  const after = withValue(before, '/users/1/name', 'Federica');
  expect(after).toEqual({ users: [{ name: 'Giulia' }, { name: 'Federica' }], comune: '001272' });
  expect(before.users[1]).toEqual({ name: 'Marco' });
  expect(valueAt(after, '/users/1/name')).toBe('Federica');
  expect(valueAt(after, '/nothing/9/here')).toBeUndefined();
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(fc.constantFrom('/a', '/users/0/name', '/users/1/name'), fc.string(), (pointer, value) => {
      const written = withValue({ users: [{}, {}] }, pointer, value);
      return valueAt(written, pointer) === value;
    }),
  );
});

test('CAT-26: when an item is taken away, what was noted of the items after it follows them', () => {
  expect(pointerWithoutItem('/users/2/name', '/users', 1)).toBe('/users/1/name');
  expect(pointerWithoutItem('/users/0/name', '/users', 1)).toBe('/users/0/name');
  expect(pointerWithoutItem('/users/1/name', '/users', 1)).toBeNull();
  expect(pointerWithoutItem('/usersOther', '/users', 1)).toBe('/usersOther');
});

test('CAT-26: an item that is put back takes its place, and what was noted of the others follows them', () => {
  const users = ['/users/0/name', '/users/1/name', '/users/2/name', '/comune'];
  expect(users.map((pointer) => pointerWithItem(pointer, '/users', 1))).toEqual([
    '/users/0/name',
    '/users/2/name',
    '/users/3/name',
    '/comune',
  ]);
  const others = users.filter((pointer) => pointer !== '/users/1/name');
  const without = others.map((pointer) => pointerWithoutItem(pointer, '/users', 1) ?? '');
  expect(without.map((pointer) => pointerWithItem(pointer, '/users', 1))).toEqual(others);
});

test('CAT-23: another province empties the comune that was chosen in it', () => {
  expect(dependents(form.pages[0]?.sections[0]?.fields ?? [], '', 'province')).toEqual(['/comune']);
});

test('CAT-71: who leaves is told which fields she changed', () => {
  const before = { comune: '001272', users: [{}] };
  expect(changedFields(form, before, { comune: '001272', users: [{ birthplace: '001001' }] }).map(({ key }) => key)).toEqual(['users']);
  expect(changedFields(form, before, { ...before })).toEqual([]);
});

test('comuni are found in blocks too', () => {
  expect(comuniIn(form, { comune: '001272', users: [{ birthplace: '004078' }, { birthplace: 'x' }] })).toEqual(['001272', '004078']);
});

test('a list is searched without accents and case, and what begins with the words comes first', () => {
  const options = ['Villar Agliè', 'Agliè', 'Torino'].map((label) => ({ value: label, label }));
  expect(matching(options, 'aglie').map(({ label }) => label)).toEqual(['Agliè', 'Villar Agliè']);
  expect(matching(options, 'zzz')).toEqual([]);
});

test.each(searched.filter(([text]) => /[/-]|^L|Agli/.test(text)))(
  'a list that holds %j is searched with %j: found is %s',
  (label, words, isFound) => {
    expect(matching([{ value: '1', label }], words)).toHaveLength(isFound ? 1 : 0);
  },
);

test('every control has an id of its own', () => {
  expect(controlId('/users/0/name')).toBe('campo-users-0-name');
});
