import { expect, test } from '@jest/globals';
import { schoolRequest } from '../test/sample.js';
import { BrokenForm, parseForm } from './parse-form.js';

const text = (it: string) => ({ it, en: it });

/** A form of one section, and what is wrong with it. */
function faultsOf(fields: unknown[], more: Record<string, unknown> = {}) {
  const form = { pages: [{ key: 'one', title: text('Uno'), sections: [{ key: 'only', fields }] }], ...more };
  try {
    parseForm(form);
    return [];
  } catch (error) {
    if (error instanceof BrokenForm) return error.faults.map(({ path, message }) => `${path}: ${message.en}`);
    throw error;
  }
}

const name = { kind: 'text', key: 'name', label: text('Nome') };
const colour = { kind: 'choice', key: 'colour', label: text('Colore'), options: [{ value: 'red', label: text('Rosso') }] };
const base = 'pages.0.sections.0.fields';

test('a sound definition is returned as it was written', () => {
  expect(parseForm(JSON.parse(JSON.stringify(schoolRequest)))).toEqual(schoolRequest);
});

test('a definition of a wrong shape is refused with the place of each fault', () => {
  expect(faultsOf([{ kind: 'text', key: 'Name', label: text('Nome') }])).toEqual([
    `${base}.0.key: a key is a small letter and up to 39 letters or digits`,
  ]);
  expect(faultsOf([{ kind: 'text', key: 'constructor', label: text('Nome') }])).toEqual([`${base}.0.key: this word cannot be a key`]);
  expect(faultsOf([{ kind: 'unheardOf', key: 'name', label: text('Nome') }])[0]).toMatch(`${base}.0.kind`);
  expect(faultsOf([{ ...name, colour: 'red' }])[0]).toMatch(`${base}.0.colour: Unrecognized key`);
  expect(faultsOf([{ ...name, label: { it: 'Nome' } }])[0]).toMatch(`${base}.0.label.en`);
  expect(faultsOf([{ ...name, columns: 13 }])[0]).toMatch(`${base}.0.columns`);
  expect(() => parseForm(null)).toThrow(BrokenForm);
  expect(() => parseForm({ pages: [] })).toThrow(BrokenForm);
});

test('CAT-81: a field and a form bring questions with their answers and a picture, which is a PNG with words of its own', () => {
  const png = Buffer.from('89504e470d0a1a0a00000000', 'hex').toString('base64');
  const explained = {
    questions: [{ question: text('Dove lo trovo?'), answer: text('Sul retro della tessera sanitaria.') }],
    picture: { png, alternative: text('Il retro della tessera') },
  };
  expect(faultsOf([{ ...name, ...explained }], { help: text('Leggi prima il bando.'), ...explained })).toEqual([]);
  expect(faultsOf([{ ...name, picture: { png: 'PHN2Zz4=', alternative: text('x') } }])).toEqual([
    `${base}.0.picture.png: wants a PNG picture in base64`,
  ]);
  expect(faultsOf([{ ...name, picture: { png } }])[0]).toMatch(`${base}.0.picture.alternative`);
  expect(faultsOf([{ ...name, picture: { png: png.repeat(6_000), alternative: text('x') } }])[0]).toMatch(`${base}.0.picture.png`);
  expect(faultsOf([{ ...name, questions: [] }])[0]).toMatch(`${base}.0.questions`);
});

test('a key that comes twice is refused', () => {
  expect(faultsOf([name, name])).toEqual([`${base}.1.key: the key name comes twice`]);
  const pages = [0, 1].map(() => ({ key: 'one', title: text('Uno'), sections: [{ key: 'only', fields: [] }] }));
  expect(faultsOf([], { pages })).toEqual(['pages.1.key: the key one comes twice', 'pages.1.sections.0.key: the key only comes twice']);
});

test('a condition looks only at fields before it, and at values they can hold', () => {
  expect(faultsOf([colour, { ...name, showIf: { field: 'colour', equals: 'red' } }])).toEqual([]);
  expect(faultsOf([colour, { ...name, showIf: { field: 'colour', equals: 'blue' } }])).toEqual([
    `${base}.1.showIf: colour never holds blue`,
  ]);
  expect(faultsOf([{ ...name, showIf: { and: [{ not: { field: 'colour', filled: true } }] } }, colour])).toEqual([
    `${base}.0.showIf.and.0.not.field: colour is not a field with a value before this one`,
  ]);
  expect(faultsOf([colour, { ...name, showIf: { field: 'colour', includes: 'red' } }])).toEqual([
    `${base}.1.showIf.field: colour is not of kind multiChoice`,
  ]);
});

test('lists that depend on each other must be of the right kinds', () => {
  const comune = { kind: 'comune', key: 'comune', label: text('Comune'), within: 'name' };
  expect(faultsOf([name, comune])).toEqual([`${base}.1.within: name is not a field of kind province before this one`]);
  const province = { kind: 'province', key: 'province', label: text('Provincia') };
  expect(faultsOf([{ ...province, region: '77' }])).toEqual([`${base}.0.region: 77 is no region`]);
  expect(faultsOf([{ kind: 'school', key: 'school', label: text('Scuola'), source: 'nowhere' }])).toEqual([
    `${base}.0.source: nowhere is no list of schools`,
  ]);
});

test('rules name fields of the right kinds', () => {
  expect(faultsOf([name], { rules: [{ rule: 'fiscalCodeMatches', fiscalCode: 'name' }] })).toEqual([
    'rules.0.fiscalCode: name is not of kind fiscalCode',
  ]);
  expect(faultsOf([name], { rules: [{ rule: 'distinct', field: 'name' }] })).toEqual(['rules.0.rule: distinct is a rule of blocks']);
  expect(faultsOf([name], { rules: [{ rule: 'same', first: 'name', second: 'gone' }] })[0]).toMatch('rules.0.second');
  expect(faultsOf([name, colour], { rules: [{ rule: 'same', first: 'name', second: 'colour' }] })).toEqual([
    'rules.0.second: the two fields are not of the same kind',
  ]);
  expect(faultsOf([name], { confirmationMail: 'name' })).toEqual(['confirmationMail: name is not a field of kind mail']);
});

test('a field that nobody could fill is refused', () => {
  expect(faultsOf([{ ...name, readOnly: true }])).toEqual([`${base}.0.readOnly: a field that nobody can fill needs a prefill`]);
  const block = { kind: 'block', key: 'list', label: text('Elenco'), itemTitle: text('Voce'), addLabel: text('Aggiungi'), min: 3, max: 2 };
  expect(faultsOf([{ ...block, fields: [{ ...name, prefill: 'person.givenName' }] }])).toEqual([
    `${base}.0.max: the most is less than the least`,
    `${base}.0.fields.0.prefill: a field of a block cannot be prefilled`,
  ]);
  expect(faultsOf([{ ...colour, options: [...colour.options, ...colour.options] }])).toEqual([`${base}.0.options: a value comes twice`]);
});

test('conditions nested without end are refused before they are read', () => {
  let showIf: unknown = { field: 'colour', equals: 'red' };
  for (let i = 0; i < 20_000; i++) showIf = { not: showIf };
  expect(faultsOf([colour, { ...name, showIf }])).toEqual([': it is nested more than 40 levels deep']);
});

test('what is wrong is said in Italian as well, by the schema and by the rules', () => {
  const broken = (fields: unknown[], more = {}) => {
    try {
      parseForm({ pages: [{ key: 'one', title: text('Uno'), sections: [{ key: 'only', fields }] }], ...more });
    } catch (error) {
      if (error instanceof BrokenForm) return error.faults.map(({ message }) => message);
    }
    throw new Error('nothing was wrong');
  };
  expect(broken([{ ...name, columns: 'x' }])).toEqual([
    { it: expect.stringMatching(/^Input non valido/), en: expect.stringMatching(/^Invalid input/) },
  ]);
  expect(broken([{ ...name, key: 'constructor' }])[0]?.it).toBe('questa parola non può essere una chiave');
  expect(broken([name, name])[0]?.it).toBe('la chiave name compare due volte');
});
