import { expect, test } from '@jest/globals';
import { filledText, withText } from './filled-text.js';

const practice = {
  number: 'NIDO.0000007',
  procedureTitle: { it: 'Iscrizione al nido', en: 'Nursery enrolment' },
  organizationName: 'Comune Dimostrativo',
  officeName: 'Ufficio Istruzione',
  applicant: { name: 'Anna Verdi', fiscalCode: 'VRDNNA80A41L219B', method: 'spid' as const, profile: 'Cittadina' },
};
const text = {
  it: 'Gentile {richiedente}, per {servizio} ({numero}) scrive {ufficio}. {altro}',
  en: 'Dear {richiedente}, on {servizio} ({numero}) from {ufficio}.',
};

test('a text at hand says the values of the practice, in the language in which the applicant applied', () => {
  expect(filledText(text, practice)).toBe('Gentile Anna Verdi, per Iscrizione al nido (NIDO.0000007) scrive Ufficio Istruzione. {altro}');
  expect(filledText(text, { ...practice, language: 'en', officeName: null })).toBe(
    'Dear Anna Verdi, on Nursery enrolment (NIDO.0000007) from Comune Dimostrativo.',
  );
});

test('a text at hand follows what was written already, and takes none of it away', () => {
  expect(withText('  ', 'Testo')).toBe('Testo');
  expect(withText('Buongiorno.\n', 'Testo')).toBe('Buongiorno.\n\nTesto');
});
