import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawable, fonts } from './fonts.js';
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
      expect(kept.replaceAll(/\s/g, '')).toBe(drawable(given).replaceAll(/\s/g, ''));
    }),
  );
});

test('lines break after spaces, and within addresses, but not within dates and numbers', () => {
  expect(textOf('nato il 21/07/1980', 62)).toEqual(['nato il ', '21/07/1980']);
  expect(textOf('Dell’Acqua-Bianchi', 60)).toEqual(['Dell’Acqua-', 'Bianchi']);
  expect(textOf('uno\n\ndue', 100)).toEqual(['uno', '', 'due']);
});

test('what can be drawn is drawn as it is, what cannot becomes its nearest Latin, or a question mark', () => {
  expect(drawable("D'Àvila Żaneta Ștefan € “perché”")).toBe("D'Àvila Żaneta Ștefan € “perché”");
  expect(drawable('e\u0300 ﬁne Ắ non‑spezzare')).toBe('è fine A non-spezzare');
  expect(drawable('Київ 🙂 東京')).toBe('???? ? ??');
  expect(drawable('zero\u200b\u202Ewidth\u0000 e\ttab\r\nriga')).toBe('zerowidth e tab\nriga');
});

test('whatever people type, only characters of the typeface remain', () => {
  const drawn = new Set([...fonts.regular.characterSet, ...fonts['regular-extended'].characterSet]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const result = drawable(given);
      for (const character of result) if (character !== '\n') expect(drawn.has(character.codePointAt(0) ?? 0)).toBe(true);
      expect(drawable(result)).toBe(result);
    }),
  );
});

test('both weights draw the same characters', () => {
  expect(fonts.semibold.characterSet).toEqual(fonts.regular.characterSet);
  expect(fonts['semibold-extended'].characterSet).toEqual(fonts['regular-extended'].characterSet);
});
