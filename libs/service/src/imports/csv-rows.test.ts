import { expect, test } from '@jest/globals';
import { Problem } from '@sportello/messaging/problem';
import { csvRows } from './csv-rows.js';

const read = (text: string, required: string[] = []) => csvRows(text, { pointer: '/csv', most: 3, required });
const refusal = (text: string, required?: string[]): string => {
  try {
    read(text, required);
  } catch (error) {
    if (error instanceof Problem) return error.detail?.en ?? '';
    throw error;
  }
  return 'taken';
};

const says = (words: string) => expect.objectContaining({ en: expect.stringContaining(words) });

test('rows of a file are read by RFC 4180: quotation marks, line ends within them, commas or semicolons', () => {
  expect(read('\uFEFFa,b\r\n"1, ""x""","two\nlines"\r\n\r\n,\n3,4')).toEqual([
    { line: 2, values: { a: '1, "x"', b: 'two\nlines' } },
    { line: 6, values: { a: '3', b: '4' } },
  ]);
  expect(read('a;b\n001; Via "Po" ;left over\n1.234')).toEqual([
    { line: 2, uneven: says('more columns'), values: { a: '001', b: 'Via "Po"' } },
    { line: 3, uneven: says('fewer columns'), values: { a: '1.234', b: '' } },
  ]);
});

test('a file of which only a part could be read is refused whole, and the line or the column is named', () => {
  expect(refusal('')).toBe('The file has no rows');
  expect(refusal('a;b\n;\n')).toBe('The file has no rows');
  expect(refusal('a\n1\n2\n3\n4')).toBe('3 rows at a time at most');
  expect(refusal('a;b\n1;2', ['a', 'c'])).toBe('Columns are missing: c');
  expect(refusal('a;b;a\n1;2;3')).toBe('Columns that stand there more than once: a');
  expect(refusal('a;b\n1;2\n3;"open\n5;6')).toBe('Quotation marks that are not closed, or are followed by other text, from line 1 on');
});
