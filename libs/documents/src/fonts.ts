import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { isRightToLeft } from '@sportello/italy/direction';
import { normalised } from '@sportello/italy/normalised';
import { create, type Font, type GlyphRun } from 'fontkit';

export type Weight = 'regular' | 'semibold';
type FontKind = 'western' | 'extended' | 'wide';
export type FontName = `${Weight}-${FontKind}`;

/** A piece of text that one font can draw, in one direction. */
export interface Run {
  font: FontName;
  text: string;
}

/**
 * Titillium Web, the typeface of Italian public bodies, as the font package cuts it: one file for western Europe and one for the rest of
 * the Latin alphabet. What it lacks is drawn in DejaVu Sans: Greek, Cyrillic, Vietnamese, Armenian, Georgian, Hebrew, Arabic, signs. Read
 * once a process: reading them costs ten times as much as drawing a receipt.
 */
export const fonts: Record<FontName, Font> = {
  'regular-western': load('titillium-web', 'latin', 400),
  'regular-extended': load('titillium-web', 'latin-ext', 400),
  'regular-wide': load('dejavu-sans', 'latin', 400),
  'semibold-western': load('titillium-web', 'latin', 600),
  'semibold-extended': load('titillium-web', 'latin-ext', 600),
  'semibold-wide': load('dejavu-sans', 'latin', 700),
};

const kinds: Face = ['western', 'extended', 'wide'];
/** What both weights draw, so that a text has the same signs in either. */
const drawn = Object.fromEntries(
  kinds.map((kind) => {
    const bold = new Set(fonts[`semibold-${kind}`].characterSet);
    return [kind, new Set(fonts[`regular-${kind}`].characterSet.filter((point) => bold.has(point) && !isFormat(point)))];
  }),
) as Record<FontKind, Set<number>>;

/** Characters that people paste and whose look is that of another, with that other. */
const standIns: Record<string, string> = { '‐': '-', '‑': '-', '‒': '–' };

/**
 * The text as it is drawn: characters composed, those that nobody sees left out, ends of lines kept. PDF/A forbids the empty box, and a
 * legal copy must not lose what was written: a character that no font has is drawn as `[U+6771]`, its number in Unicode.
 */
export function drawable(text: string): string {
  const plain = normalised(text, 'NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[^\S\n\u00a0]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{VS}]|\u034f/gu, '');
  // The common case: nothing outside the first two files.
  if (!/[^\n -~\u00a0-\u013e\u0141-\u017e]/.test(plain)) return plain;
  return Array.from(plain, (character) => {
    const shown = standIns[character] ?? character;
    return shown === '\n' || kindOf(shown) ? shown : `[U+${codeOf(character)}]`;
  }).join('');
}

/** Whether something of a text is drawn as the number of a character that no font has. */
export function hasUnknown(text: string): boolean {
  return !western.test(text) && drawable(text).split('[U+').length > text.split('[U+').length;
}

/** Where each letter of a text is looked for, first to last. */
export type Face = readonly FontKind[];
const widely: Face = ['wide', 'western', 'extended'];

/**
 * The face of a whole text: one that has a Latin letter which Titillium lacks, as Vietnamese has, is all drawn in the other, so that no
 * name is in two typefaces. What is of another alphabet stands in the other face by itself.
 */
export function faceOf(text: string): Face {
  if (western.test(text)) return kinds;
  const lacksOne = text
    .match(/\p{Script=Latin}\p{M}*/gu)
    ?.some((letter) => fontOfLetter(letter, 'regular', kinds)[0]?.font === 'regular-wide');
  return lacksOne ? widely : kinds;
}

/**
 * A line in pieces of one font and one direction each, in the order in which they stand from left to right; it must be drawable.
 *
 * Source: Unicode Bidirectional Algorithm (UAX #9); the line as a whole goes from left to right, as the document does
 */
export function splitByFont(text: string, weight: Weight, face = faceOf(text)): Run[] {
  if (!isRightToLeft(text)) return splitLeftToRight(text, weight, face);
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const pieces: { level: number; text: string }[] = [];
  for (const [at, unit] of Array.from({ length: text.length }, (_, index) => text.charAt(index)).entries()) {
    const level = levels[at] ?? 0;
    const last = pieces.at(-1);
    // The writer lays out word by word, from left to right: a word from right to left is a piece of its own, and so is the space after it.
    const isSame = last?.level === level && (level % 2 === 0 || (unit === ' ') === last.text.endsWith(' '));
    if (isSame) last.text += unit;
    else pieces.push({ level, text: unit });
  }
  for (let level = Math.max(...pieces.map((piece) => piece.level)); level > 0; level--) reverseFrom(level, pieces);
  return pieces.flatMap((piece) =>
    piece.level % 2 === 0 ? splitLeftToRight(piece.text, weight, face) : splitRightToLeft(piece.text, weight, face),
  );
}

// Its types speak of an ES module, which Node does not see in it.
const bidi = (createRequire(import.meta.url)('bidi-js') as typeof import('bidi-js').default)();

/** Turns round each stretch of pieces of this level or a higher one (rule L2). */
function reverseFrom(level: number, pieces: { level: number }[]): void {
  for (let start = 0; start < pieces.length; start++) {
    let end = start;
    while (end < pieces.length && (pieces[end]?.level ?? 0) >= level) end++;
    if (end > start) pieces.splice(start, end - start, ...pieces.slice(start, end).reverse());
    start = Math.max(start, end);
  }
}

/** A font shapes its letters from right to left by itself; what stands between them, as brackets, is mirrored (rule L4). */
function splitRightToLeft(text: string, weight: Weight, face: Face): Run[] {
  const mirrored = Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join('');
  const runs: Run[] = [];
  for (const run of splitLeftToRight(mirrored, weight, face)) runs.unshift(run);
  // What has no direction of its own would be drawn from left to right by the font.
  return runs.map((run) => (isRightToLeft(run.text) ? run : { ...run, text: Array.from(run.text).reverse().join('') }));
}

/** What the first file has: nearly all that is printed, and so not looked at letter by letter. */
const western = /^[ -~\u00a0-\u00ff]*$/;

function splitLeftToRight(text: string, weight: Weight, face: Face): Run[] {
  if (face === kinds && western.test(text) && !text.includes('//')) return text === '' ? [] : [{ font: `${weight}-western`, text }];
  const runs: Run[] = [];
  const letters = Array.from(text.matchAll(/\P{M}\p{M}*|\p{M}+/gu));
  for (const { font, text: piece } of letters.flatMap(([letter]) => fontOfLetter(letter, weight, face))) {
    const last = runs.at(-1);
    // A space stays in the font of the word before it.
    const isSame = last && (last.font === font || (piece === ' ' && !last.font.endsWith('extended')));
    // The typeface draws two slashes as nearly one; apart they keep their distance, and `https://` can be read and typed.
    if (isSame && !(piece === '/' && last.text.endsWith('/'))) last.text += piece;
    else runs.push({ font, text: piece });
  }
  return runs;
}

/** A letter with the marks that stand on it: in one font, if one has all of it. */
function fontOfLetter(letter: string, weight: Weight, face: Face): Run[] {
  const whole = face.find((kind) => Array.from(letter).every((character) => drawn[kind].has(character.codePointAt(0) ?? 0)));
  if (whole) return [{ font: `${weight}-${whole}`, text: letter }];
  return Array.from(letter, (character) => ({ font: `${weight}-${kindOf(character) ?? 'western'}` as const, text: character }));
}

function kindOf(character: string): FontKind | undefined {
  const point = character.codePointAt(0) ?? 0;
  return kinds.find((kind) => drawn[kind].has(point));
}

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Controls and halves of characters, which some fonts draw as boxes. */
function isFormat(point: number): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(String.fromCodePoint(point));
}

function load(family: 'titillium-web' | 'dejavu-sans', subset: 'latin' | 'latin-ext', weight: 400 | 600 | 700): Font {
  const path = createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`);
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
