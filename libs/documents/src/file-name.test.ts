import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition, safeFileName } from './file-name.js';

test.each([
  ["Carta d'identità.pdf", "Carta d'identità.pdf"],
  ['C:\\Documenti\\ISEE 2026.pdf', 'ISEE 2026.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['fattura\u202Egpj.exe', 'fatturagpj.exe'],
  ['una\nriga\tsola.txt', 'unarigasola.txt'],
  ['.htaccess', 'htaccess'],
  ['…', '…'],
  ['   ', 'file'],
])('the name %j is kept as %j', (given, kept) => expect(safeFileName(given)).toBe(kept));

test('a long name is cut and keeps its ending', () => {
  const kept = safeFileName(`${'perché '.repeat(100)}.PDF`);
  expect([...kept]).toHaveLength(150);
  expect(kept).toMatch(/\.PDF$/);
});

test('any name gives a header of one line that names one file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(contentDisposition(name)).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.~%-]+$/);
      expect(safeFileName(safeFileName(name))).toBe(safeFileName(name));
    }),
  );
  expect(contentDisposition("Città d'arte.pdf")).toBe(
    'attachment; filename="Citta d_arte.pdf"; filename*=UTF-8\'\'Citt%C3%A0%20d%27arte.pdf',
  );
});
