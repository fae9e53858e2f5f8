import { expect, test } from '@jest/globals';
import { filledIn } from './template-words.js';

const values = { numero: 'NIDO.0000012', richiedente: 'Giulia {numero}', servizio: 'Iscrizione al nido', ufficio: 'Ufficio scuola' };

test('a text at hand takes the values of the practice, each word once, and leaves other braces alone', () => {
  expect(filledIn('Gentile {richiedente}, la domanda {numero} ({altro}) {}', values)).toBe(
    'Gentile Giulia {numero}, la domanda NIDO.0000012 ({altro}) {}',
  );
});
