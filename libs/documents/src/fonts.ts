import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'semibold';
export type FontName = Weight | `${Weight}-extended`;

/** A piece of text that one font can draw. */
export interface Run {
  font: FontName;
  text: string;
}

/**
 * Titillium Web, the typeface of Italian public bodies, as the font package cuts it: one file for western Europe and one for the rest of
 * the Latin alphabet. Read once a process: reading them costs ten times as much as drawing a receipt.
 */
export const fonts: Record<FontName, Font> = {
  regular: load('latin', 400),
  'regular-extended': load('latin-ext', 400),
  semibold: load('latin', 600),
  'semibold-extended': load('latin-ext', 600),
};

const western = new Set(fonts.regular.characterSet);
const extended = new Set(fonts['regular-extended'].characterSet);
/** Characters that people paste and the typeface lacks, with what stands in for them. */
const standIns: Record<string, string> = { '‐': '-', '‑': '-', '‒': '–', '―': '—', '′': '’', '″': '”', '●': '•', '►': '›' };

/**
 * The text with only characters that can be drawn: PDF/A forbids the empty box. Accents that the typeface lacks are dropped, and what
 * has no Latin reading becomes a question mark. Ends of lines are kept.
 */
export function drawable(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[^\S\n\u00a0]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, '');
  // The common case: nothing outside the two files.
  if (!/[^\n -~\u00a0-\u017e]/.test(plain)) return plain;
  const segments = new Intl.Segmenter('it', { granularity: 'grapheme' }).segment(plain);
  return Array.from(segments, ({ segment }) => (segment === '\n' || isDrawn(segment) ? segment : replace(segment))).join('');
}

/** The text in pieces of one font each; it must be drawable. */
export function splitByFont(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const font: FontName = western.has(character.codePointAt(0) ?? 0) ? weight : `${weight}-extended`;
    const last = runs.at(-1);
    // The typeface draws two slashes as nearly one; apart they keep their distance, and `https://` can be read and typed.
    const isSecondSlash = character === '/' && last?.text.endsWith('/');
    if (last?.font === font && !isSecondSlash) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

function isDrawn(segment: string): boolean {
  return [...segment].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    return western.has(point) || extended.has(point);
  });
}

function replace(segment: string): string {
  const candidates = [standIns[segment] ?? '', segment.normalize('NFKC'), segment.normalize('NFKD').replaceAll(/\p{M}/gu, '')];
  return candidates.find((it) => it !== '' && isDrawn(it)) ?? '?';
}

function load(subset: 'latin' | 'latin-ext', weight: 400 | 600): Font {
  const path = createRequire(import.meta.url).resolve(`@fontsource/titillium-web/files/titillium-web-${subset}-${weight}-normal.woff`);
  const font = create(unpackWoff(readFileSync(path)));
  if ('fonts' in font) throw new TypeError(`${path} holds more than one font`);
  return rememberShapes(font);
}

/**
 * Keeps the glyphs of the words drawn before: labels come again in every document, and shaping them is a third of the work. The PDF
 * writer scales the positions that it is given in place, so it gets its own copy of them.
 */
function rememberShapes(font: Font): Font {
  const maxWords = 5000;
  const known = new Map<string, GlyphRun>();
  const shape = font.layout.bind(font);
  font.layout = (text, features) => {
    if (features !== undefined || text.length > 30) return shape(text, features);
    const run = known.get(text) ?? shape(text);
    if (known.size >= maxWords) known.clear();
    known.set(text, run);
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.create(run, { positions: { value: positions } }) as GlyphRun;
  };
  return font;
}

/**
 * The TrueType font inside a WOFF. The PDF writer could read WOFF itself, but would unpack every table again for every document; of
 * WOFF2 it makes fonts half as large again.
 * Source: WOFF File Format 1.0, W3C
 */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);

  const parts = [header];
  let offset = header.length;
  for (let table = 0; table < count; table++) {
    const entry = 44 + 20 * table;
    const start = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(start, start + packedLength);
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packedLength < length ? inflateSync(packed) : packed).copy(padded);
    const target = 12 + 16 * table;
    woff.copy(header, target, entry, entry + 4); // tag
    woff.copy(header, target + 4, entry + 16, entry + 20); // checksum
    header.writeUInt32BE(offset, target + 8);
    header.writeUInt32BE(length, target + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
