import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawable, fonts, splitByFont } from './fonts.js';
import { breakLines, type Measure } from './lines.js';

const style = { weight: 'regular', size: 10, leading: 14, color: '#000000' } as const;
const measure: Measure = (text, font, size) => (fonts[font].layout(text).advanceWidth / 1000) * size;
const textOf = (text: string, width: number) => breakLines(text, width, style, measure).map((runs) => runs.map((run) => run.text).join(''));
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 40 }), fc.stringMatching(/^[a-f0-9]{0,200}$/));

test('no line is wider than its column, and nothing is lost', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 30, max: 400 }), (given, width) => {
      const lines = breakLines(given, width, style, measure);
      for (const runs of lines) {
        const trimmed = runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run));
        const used = trimmed.reduce((sum, run) => sum + measure(run.text, run.font, style.size), 0);
        expect(used).toBeLessThan(width + 2); // kerning between the characters of a word that is broken anywhere
      }
      const kept = lines.flatMap((runs) => runs.map((run) => run.text)).join('');
      // Words from right to left change their places, and brackets in them their shape.
      const inAnyOrder = (some: string) => [...some.replaceAll(/[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Sm}]/gu, '')].sort().join('');
      expect(inAnyOrder(kept)).toBe(inAnyOrder(drawable(given)));
    }),
  );
});

test('a space has the width of the font it is drawn in', () => {
  expect(textOf('˂ᓉ N', 31)).toEqual(['˂', 'ᓉ ', 'N']);
  expect(textOf('ᓉ     N', 45)).toEqual(['ᓉ     ', 'N']);
});

test('lines break after spaces, and within addresses, but not within dates and numbers', () => {
  expect(textOf('nato il 21/07/1980', 62)).toEqual(['nato il ', '21/07/1980']);
  expect(textOf('Dell’Acqua-Bianchi', 60)).toEqual(['Dell’Acqua-', 'Bianchi']);
  expect(textOf('uno\n\ndue', 100)).toEqual(['uno', '', 'due']);
});

test('a name is in one typeface, also when the first lacks one of its letters', () => {
  const fontsOf = (text: string) => new Set(breakLines(text, 60, style, measure).flatMap((runs) => runs.map((run) => run.font)));
  for (const name of ['Nguyễn Văn Đức', 'Trần Thị Bưởi', 'Comune di Ascalea: Lê Ngọc Ánh, a.b@c.it//d'])
    expect([name, fontsOf(name)]).toEqual([name, new Set(['regular-wide'])]);
  expect(fontsOf('Richiesta di Иван')).toEqual(new Set(['regular-western', 'regular-wide']));
  expect(fontsOf('D’Àvila')).toEqual(new Set(['regular-western']));
});

test('what a font has is drawn as it is, and what none has is said by its number', () => {
  expect(drawable("D'Àvila Żaneta Ștefan € “perché”")).toBe("D'Àvila Żaneta Ștefan € “perché”");
  const written = [
    'Иван Иванов',
    'coŀlecció',
    'Αθήνα',
    'Київ',
    'Nguyễn Thị Ánh',
    'გიორგი',
    'Հայաստան',
    'שָׁלוֹם',
    'محمد علي',
    'Ắ',
    '★ ✓ → ﬁ ½',
  ];
  for (const text of written) expect(drawable(text)).toBe(text.normalize('NFC'));
  expect(drawable('e\u0300 non‑spezzare')).toBe('è non-spezzare');
  expect(drawable('東京 🙂')).toBe('[U+6771][U+4EAC] [U+1F642]');
  expect(drawable('zero\u200b\u202Ewidth\u0000 e\ttab\r\nriga')).toBe('zerowidth e tab\nriga');
});

test('whatever people type, only characters of the fonts remain, and nothing is lost', () => {
  const drawn = new Set(Object.values(fonts).flatMap((font) => font.characterSet));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const result = drawable(given);
      for (const character of result) if (character !== '\n') expect(drawn.has(character.codePointAt(0) ?? 0)).toBe(true);
      expect(drawable(result)).toBe(result);
      const seen = given.normalize('NFC').replaceAll(/[\s\p{C}\p{VS}]|[‐‑‒]/gu, '');
      const told = result.replaceAll(/\[U\+([0-9A-F]+)\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
      expect(told.replaceAll(/[\s-–]/g, '').replaceAll(/[\s\p{C}\p{VS}]|[‐‑‒-–]/gu, '')).toBe(seen.replaceAll(/[-–]/g, ''));
    }),
  );
});

test('each letter is in a font that has it, in both weights', () => {
  for (const weight of ['regular', 'semibold'] as const) {
    for (const { font, text: piece } of splitByFont('Łódź Иван Αθήνα محمد (שלום) è x\u0301', weight)) {
      expect(font.startsWith(weight)).toBe(true);
      for (const character of piece)
        expect([piece, fonts[font].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)]).toEqual([piece, true]);
    }
  }
});

test('words that are read from right to left stand in that order, and what is around them stays where it is', () => {
  const inOrder = (line: string) => splitByFont(line, 'regular').map((run) => run.text);
  expect(inOrder('nome: محمد علي, Torino')).toEqual(['nome: ', 'علي', ' ', 'محمد', ', Torino']);
  expect(inOrder('שלום (123) עולם')).toEqual(['עולם', ' ', '(', '123', ')', ' ', 'שלום']);
});
