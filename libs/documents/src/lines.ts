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
    const wrap = () => {
      lines.push(line);
      line = '';
      lineWidth = 0;
    };
    // Spaces go with what stands before them, whose font they are drawn in; at the end of a line they are not seen, however many somebody typed.
    for (const word of paragraph.split(/(?<= )(?! )|(?<=[-/])(?=\p{L})/u)) {
      const bareWidth = widthOf(word.trimEnd());
      if (line !== '' && lineWidth + bareWidth > width) wrap();
      for (const piece of bareWidth <= width ? [word] : charactersOf(word)) {
        if (line !== '' && lineWidth + widthOf(piece.trimEnd()) > width) wrap();
        line += piece;
        lineWidth += widthOf(piece);
      }
    }
    wrap();
  }
  return lines.map((line) => splitByFont(line, style.weight, face));
}

/** The characters of a word, each with the marks that stand on it and the spaces after it. */
const charactersOf = (word: string): string[] => word.match(/(?:\P{M}\p{M}*|\p{M}+) */gu) ?? [];
