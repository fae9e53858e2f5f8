import type { FontName } from './fonts.js';
import { breakLines, type Line, type Measure, type TextStyle } from './lines.js';
import type { ArchivalDocument } from './pdf-kit.js';
import type { CodeImage } from './qr-code.js';

/** Draws into a tagged document: what is read aloud stands in an element, the rest is marked as mere look. */
export abstract class Pen {
  protected constructor(protected readonly pdf: ArchivalDocument) {}

  /** Draws a code. @param size of its side, in points, without the white around it */
  protected drawSymbol({ modules, path }: CodeImage, x: number, y: number, size: number): void {
    this.pdf
      .save()
      .translate(x, y)
      .scale(size / modules);
    this.pdf.path(path).fill('#000000', 'even-odd');
    this.pdf.restore();
  }

  protected child(
    parent: PDFKit.PDFStructureElement,
    tag: string,
    options: PDFKit.Mixins.StructureElementOptions = {},
  ): PDFKit.PDFStructureElement {
    const element = this.pdf.struct(tag, options);
    parent.add(element);
    return element;
  }

  protected drawLines(lines: Line[], x: number, style: TextStyle, y: number, leading: number = style.leading): void {
    this.pdf.fillColor(style.color);
    lines.forEach((runs, index) => {
      const baseline = y + (index + 0.75) * leading; // of the leading alone, so that the cells of a row stand on one line
      let at = x;
      for (const [place, { font, text }] of runs.entries()) {
        this.pdf.font(font).fontSize(style.size).text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
        if (place + 1 < runs.length) at += this.measure(text, font, style.size);
      }
    });
  }

  /** Draws what means nothing to a reader who does not see it. */
  protected artifact(draw: () => void, edge?: 'Top' | 'Bottom'): void {
    this.pdf.markContent('Artifact', edge ? { type: 'Pagination', attached: [edge] } : { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  protected breakText(text: string, width: number, style: TextStyle): Line[] {
    const key = `${style.weight} ${style.size} ${width} ${text}`;
    const known = broken.get(key);
    if (known) return known;
    const lines = breakLines(text, width, style, this.measure);
    if (broken.size >= MOST_TEXTS) broken.clear();
    if (text.length <= LONGEST_TEXT) broken.set(key, lines);
    return lines;
  }

  protected widthOf(runs: Line, style: TextStyle): number {
    return runs.reduce((sum, { text, font }) => sum + this.measure(text, font, style.size), 0);
  }

  private readonly measure: Measure = (text: string, font: FontName, size: number) => {
    const key = `${font} ${size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = this.pdf.font(font).fontSize(size).widthOfString(text);
    if (widths.size >= MOST_WIDTHS) widths.clear();
    if (text.length <= LONGEST_WORD) widths.set(key, width);
    return width;
  };
}

/** What stands on every notice is broken once, and words come again on every page: what they take is known. */
const broken = new Map<string, Line[]>();
const MOST_TEXTS = 2_000;
const LONGEST_TEXT = 500;
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;
const LONGEST_WORD = 30;
