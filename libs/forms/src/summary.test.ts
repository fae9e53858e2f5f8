import { expect, test } from '@jest/globals';
import { findComune } from '@sportello/italy/territory';
import { everything, schoolRequest } from '../test/sample.js';
import { summaryOf } from './summary.js';

const lookups = { comune: (code: string) => findComune(code)?.name };
const data = {
  givenName: 'Mario',
  birthDate: '1985-12-10',
  sex: 'M',
  income: 12_345.5,
  children: 1,
  region: '01',
  province: '001',
  comune: '001272',
  school: 'TOIC8AA00A',
  hasCompany: false,
  vatNumber: '00514490010',
  topics: ['school', 'sport'],
  pupils: [{ name: 'Pippo', diet: false }],
  documents: [{ id: '0197f1d2-0000-7000-8000-000000000000', name: 'verbale.pdf' }],
  true: true,
};

function valuesOf(language: 'it' | 'en') {
  const pages = summaryOf(everything, data, language, lookups);
  const rows = pages.flatMap(({ sections }) => sections.flatMap(({ parts }) => parts.flatMap((part) => part.rows)));
  return Object.fromEntries(rows.map(({ pointer, value }) => [pointer, value]));
}

test('CAT-82: answers are shown in words: dates, amounts, places, choices and files', () => {
  expect(valuesOf('it')).toMatchObject({
    '/givenName': 'Mario',
    '/familyName': '',
    '/birthDate': '10/12/1985',
    '/sex': 'Maschile',
    '/income': '12.345,5',
    '/region': 'Piemonte',
    '/province': 'Torino',
    '/comune': 'Torino',
    '/school': 'Istituto Dimostrativo',
    '/hasCompany': 'No',
    '/topics': 'school, sport',
    '/pupils/0/name': 'Pippo',
    '/pupils/0/diet': 'No',
    '/documents': 'verbale.pdf',
    '/true': 'Sì',
  });
  expect(valuesOf('en')).toMatchObject({ '/income': '12,345.5', '/sex': 'Male', '/true': 'Yes' });
});

test('CAT-82: what is hidden is absent, with its section', () => {
  expect(Object.keys(valuesOf('it'))).not.toContain('/vatNumber');
  const pages = summaryOf(everything, { ...data, children: 0 }, 'it');
  expect(pages.flatMap(({ sections }) => sections.map(({ key }) => key))).toEqual(['registry', 'place', 'money', 'end']);
});

test('items are headed by their name and number, and texts that belong to the request stand among the answers', () => {
  const pages = summaryOf(everything, data, 'it', lookups);
  expect(pages.map(({ title }) => title)).toEqual(['Persona', 'Richiesta']);
  expect(pages[0]?.sections[0]?.parts[0]).toEqual({ text: 'Benvenuti', rows: [] });
  expect(pages[1]?.sections.find(({ key }) => key === 'family')?.parts.map(({ title }) => title)).toEqual(['Figlio 1']);
});

test('a name that is not known leaves the code', () => {
  const rows = summaryOf(schoolRequest, { knowsCode: true, code: 'XXXX000000' }, 'en')[0]?.sections[0]?.parts[0]?.rows;
  expect(rows?.map(({ value }) => value)).toEqual(['', 'Yes', 'XXXX000000', '']);
  expect(
    summaryOf(everything, data, 'it').flatMap(({ sections }) => sections.flatMap(({ parts }) => parts.flatMap((part) => part.rows))),
  ).toContainEqual({ pointer: '/comune', label: 'Comune', value: '001272' });
});
