import { expect, test } from '@jest/globals';
import { differencesOf } from './differences.js';
import type { Form } from './form.js';

const both = (text: string) => ({ it: text, en: text });
const form = (fields: object[], more: object = {}) =>
  ({ pages: [{ key: 'p', title: both('Dati'), sections: [{ key: 's', fields }] }], ...more }) as unknown as Form;
const name = { kind: 'text', key: 'name', label: both('Nome') };
const choice = (...values: string[]) => ({
  kind: 'choice',
  key: 'kind',
  label: both('Tipo'),
  options: values.map((value) => ({ value, label: both(value) })),
});
const told = (before: Form, after: Form) => differencesOf(before, after).map(({ it }) => it);

test('what another version of a form changes is told in words', () => {
  const before = form([name, choice('uno', 'due')]);
  expect(told(before, before)).toEqual([]);
  expect(told(before, form([{ label: { en: 'Nome', it: 'Nome' }, key: 'name', kind: 'text' }, choice('uno', 'due')]))).toEqual([]);
  expect(told(before, form([name, choice('uno', 'due'), { kind: 'mail', key: 'mail', label: both('E-mail'), required: true }]))).toEqual([
    'Nuovo campo «E-mail» (Dati), obbligatorio',
  ]);
  expect(told(before, form([choice('uno', 'tre')]))).toEqual([
    '«Tipo»: nuove scelte: tre',
    '«Tipo»: scelte tolte: due',
    'Tolto il campo «Nome» (Dati)',
  ]);
  expect(told(before, form([{ ...name, label: both('Nome e cognome'), required: true }, choice('uno', 'due')]))).toEqual([
    '«Nome e cognome»: prima si chiamava «Nome»',
    '«Nome e cognome»: diventa obbligatorio',
  ]);
  expect(
    told(
      before,
      form([
        { ...name, kind: 'date' },
        { ...choice('uno', 'due'), help: both('?') },
      ]),
    ),
  ).toEqual(['«Nome»: cambia il tipo di campo', '«Tipo»: cambiano aiuto o limiti']);
  expect(told(before, form([name, choice('uno', 'due')], { aim: both('altro') }))).toEqual(['Cambiano testi o impostazioni del modulo']);
});

test('a field inside a block, and one that moves, are told with where they stand', () => {
  const block = (fields: object[]) => ({
    kind: 'block',
    key: 'children',
    label: both('Figli'),
    itemTitle: both('Figlio'),
    addLabel: both('+'),
    min: 1,
    max: 3,
    fields,
  });
  expect(told(form([block([name])]), form([block([name, { kind: 'date', key: 'born', label: both('Nato il') }])]))).toEqual([
    'Nuovo campo «Nato il» (Dati, Figli)',
  ]);
  const moved = { pages: [{ key: 'q', title: both('Altro'), sections: [{ key: 's', fields: [name] }] }] } as unknown as Form;
  expect(told(form([name]), moved)).toEqual(['«Nome»: ora è in Altro']);
});
