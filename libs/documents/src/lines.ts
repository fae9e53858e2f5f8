import { drawable, type FontName, faceOf, type Run, splitByFont, type Weight } from './fonts.js';

export interface TextStyle {
  weight: Weight;
  /** In points, as all lengths here. */
  size: number;
  /** From one line to the next. */
  leading: number;
  color: string;
}

/** What of a text stands on one line. */
export type Line = Run[];

/** The width of a text in one font. */
export type Measure = (text: string, font: FontName, size: number) => number;

/**
 * Breaks a text into lines no wider than `width`: after spaces, after hyphens and slashes within words (not in dates), and only when a word alone is too wide
 * within it (addresses, hashes, whatever people type without a space).
 */
export function breakLines(text: string, width: number, style: TextStyle, measure: Measure): Line[] {
  const whole = drawable(text).trim();
  const face = faceOf(whole);
  const widthOf = (piece: string) =>
    splitByFont(piece, style.weight, face).reduce((sum, run) => sum + measure(run.text, run.font, style.size), 0);

  const lines: string[] = [];
  for (const paragraph of whole.split('\n')) {
    let line = '';
    let lineWidth = 0;
    let isWrapped = false;
    const endLine = () => {
      lines.push(line);
      line = '';
      lineWidth = 0;
    };
    const wrap = () => {
      endLine();
      isWrapped = true;
    };
    for (const word of paragraph.split(/(?<= )|(?<=[-/])(?=\p{L})/u)) {
      // Spaces at the end of a line are not seen, however many somebody typed.
      if (word === ' ' && (lineWidth > width || (isWrapped && line === ''))) continue;
      const wordWidth = widthOf(word);
      const bareWidth = word.endsWith(' ') ? widthOf(word.trimEnd()) : wordWidth;
      if (line !== '' && lineWidth + bareWidth > width) wrap();
      if (bareWidth <= width) {
        line += word;
        lineWidth += wordWidth;
        continue;
      }
      for (const character of withMarks(word)) {
        const characterWidth = widthOf(character);
        if (line !== '' && lineWidth + characterWidth > width) wrap();
        line += character;
        lineWidth += characterWidth;
      }
    }
    endLine();
  }
  return lines.map((line) => splitByFont(line, style.weight, face));
}

/** The characters of a word, each with the marks that stand on it. */
const withMarks = (word: string): string[] => word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
