import { isRightToLeft } from '@sportello/italy/direction';
import { hasUnknown } from './fonts.js';
import { type Line, type TextStyle } from './lines.js';
import { ArchivalDocument, type DocumentFacts } from './pdf-kit.js';
import { Pen } from './pen.js';
import { qrCode } from './qr-code.js';
import { blue, line, styles } from './styles.js';

/** What is repeated on every page: outside the text that is read aloud, since the first page says it there. */
export interface Margins {
  organization: string;
  /** On the right of the head, from the second page on. */
  reference: string;
  /** On the left of the foot. */
  note: string;
  pageOf: (page: number, pages: number) => string;
  /** Stands beside a row that began on the page before. */
  continued: string;
  /** Stands at the end when characters were printed as their numbers. */
  unknown: string;
}

export interface Cell {
  text: string;
  width: number;
  style: TextStyle;
  /** TH names the others of its row or column. */
  tag: 'TH' | 'TD';
  /** What is read aloud and copied instead of the text as it is broken into lines. */
  actual?: string;
}

const left = 56;
const right = 539; // A4 is 595 by 842 points
const top = 84; // from the second page on
const bottom = 776;
export const contentWidth = right - left;
const cellPadding = 3.5;
/** The mark of public bodies, in a square of 24, as the pages' header has it. Source: Bootstrap Italia, icon `it-pa` */
const mark =
  'M3,21h18v1H3V21z M3,20h18v-1H3V20z M22,9H2l10-7L22,9z M5.2,8h13.6L12,3.2L5.2,8z M6,18v-8H5v8H6z M10,18v-8H9v8H10z M15,18v-8h-1v8H15z M19,18v-8h-1v8H19z';
const markSize = 32;
const widestLogo = 120;
/** A row taller than this may be broken over pages; a shorter one goes to the next page whole. */
const wholeRow = (bottom - top) / 3;

/** Writes a tagged document from top to bottom, and minds where pages end. */
export class Sheet extends Pen {
  private readonly root: PDFKit.PDFStructureElement;
  private y = bottom; // the first thing written begins the first page
  private pages = 0;
  /** Whether some character was printed as its number. */
  private hasUnknown = false;
  /** Headings wait for what they head, so that none is left alone at the foot of a page. */
  private waiting: { level: 1 | 2 | 3; lines: Line[]; title: string }[] = [];
  private readonly bookmarks: { title: string; pageNumber: number; top: number }[] = [];

  constructor(
    facts: DocumentFacts,
    private readonly margins: Margins,
    { unit, logo }: { unit?: string; logo?: Uint8Array },
  ) {
    super(new ArchivalDocument(facts));
    this.root = this.pdf.struct('Document', { title: facts.title });
    this.pdf.addStructure(this.root);
    this.startPage();
    this.writeLetterhead(unit, logo);
  }

  heading(level: 1 | 2 | 3, title: string): void {
    if (title.trim() === '') return;
    this.waiting.push({ level, title, lines: this.breakText(title, contentWidth, styles[`h${level}`]) });
  }

  paragraph(text: string, style: TextStyle = styles.text, actual?: string): void {
    const lines = this.breakText(text, contentWidth, style);
    const element = this.begin('P', { ...spoken(text, actual) }, Math.min(lines.length, 3) * style.leading);
    for (let from = 0; from < lines.length; ) {
      const room = Math.floor((bottom - this.y) / style.leading);
      if (room < 1) {
        this.startPage();
        continue;
      }
      const part = lines.slice(from, from + room);
      this.drawIn(element, part, left, style);
      this.y += part.length * style.leading;
      from += part.length;
    }
    element.end();
    this.y += 5;
  }

  /** A table: the cells of its heads, which come again on each page, and of its rows. */
  table(heads: Cell[], rows: Cell[][]): void {
    if (rows.length === 0) return;
    const firstRow = this.heightOf(rows[0] ?? []);
    const headHeight = heads.length > 0 ? this.heightOf(heads) : 0;
    const table = this.begin('Table', {}, headHeight + Math.min(firstRow, wholeRow));
    if (heads.length > 0) {
      const row = this.child(table, 'TR');
      this.writeRow(row, heads, 'Column', () => this.startPage());
      row.end();
    } else this.rule(line);
    for (const cells of rows) {
      const row = this.child(table, 'TR');
      this.writeRow(row, cells, 'Row', () => {
        this.startPage();
        if (heads.length > 0) this.repeatHeads(heads);
        else this.rule(line);
      });
      row.end();
    }
    table.end();
    this.y += 10;
  }

  /** The code to check the document with, as text and as a QR code that opens the page where that is done. */
  verification(texts: { title: string; explanation: string; codeLabel: string; code: string; url: string; qrLabel: string }): void {
    const qrSize = 92;
    const gap = 12;
    const textLeft = left + gap + qrSize + gap + 4;
    const width = right - gap - textLeft;
    const parts = (
      [
        ['H2', texts.title, styles.h3, 2],
        ['P', texts.explanation, styles.small, 5],
        ['P', texts.codeLabel, styles.margin, 0],
        ['P', texts.code, styles.code, 3],
      ] as const
    ).map(([tag, text, style, after]) => ({ tag, style, after, lines: this.breakText(text, width, style) }));
    const address = this.breakText(texts.url, width, styles.small);
    const textHeight =
      parts.reduce((sum, { lines, style, after }) => sum + lines.length * style.leading + after, 0) + address.length * styles.small.leading;
    const height = Math.max(qrSize, textHeight) + 2 * gap;
    this.y += 10;
    const section = this.begin('Sect', {}, height);

    this.artifact(() => this.pdf.roundedRect(left, this.y, contentWidth, height, 4).lineWidth(0.75).stroke(line));
    let y = this.y + (height - textHeight) / 2;
    for (const { tag, style, after, lines } of parts) {
      const element = this.child(section, tag);
      this.drawIn(element, lines, textLeft, style, y);
      element.end();
      y += lines.length * style.leading + after;
    }
    const paragraph = this.child(section, 'P');
    this.writeLink(paragraph, address, textLeft, y, texts.url, styles.small);
    paragraph.end();

    const qrTop = this.y + (height - qrSize) / 2;
    const qrLeft = left + gap;
    const bbox: [number, number, number, number] = [qrLeft, qrTop, qrLeft + qrSize, qrTop + qrSize];
    const figure = this.child(section, 'Figure', { alt: texts.qrLabel, bbox, placement: 'Block' });
    // Any of the eight masks can be read; trying all of them to find the prettiest takes most of the time.
    // Readers want four modules of white around it: the box leaves more than that.
    figure.add(() => this.drawSymbol(qrCode(texts.url), qrLeft, qrTop, qrSize));
    figure.end();
    section.end();
    this.y += height;
  }

  /** A paragraph that is a link and shows its address, since paper cannot be clicked. */
  link(url: string): void {
    const lines = this.breakText(url, contentWidth, styles.text);
    const height = lines.length * styles.text.leading;
    const paragraph = this.begin('P', {}, height);
    this.writeLink(paragraph, lines, left, this.y, url, styles.text);
    paragraph.end();
    this.y += height + 6;
  }

  /** Ends the document: page numbers, and bookmarks when it is long. */
  async finish(): Promise<Buffer> {
    if (this.hasUnknown) {
      this.y += 10;
      this.paragraph(this.margins.unknown, styles.small);
    }
    if (this.waiting.length > 0) this.begin('P', {}, 0).end();
    for (let page = 0; page < this.pages; page++) {
      this.pdf.switchToPage(page);
      this.artifact(() => {
        const { note, pageOf } = this.margins;
        this.pdf.moveTo(left, 796).lineTo(right, 796).lineWidth(0.5).stroke(line);
        const pageText = this.breakText(pageOf(page + 1, this.pages), 90, styles.margin);
        const noteText = this.breakText(note, contentWidth - 90, styles.margin).slice(0, 2);
        this.drawLines(noteText, left, styles.margin, 801);
        this.drawLines(pageText, right - this.widthOf(pageText[0] ?? [], styles.margin), styles.margin, 801);
      }, 'Bottom');
    }
    if (this.pages > 5) for (const { title, ...place } of this.bookmarks) this.pdf.outline.addItem(title, place);
    this.root.end();
    return this.pdf.bytes();
  }

  private startPage(): void {
    this.pdf.addPage();
    this.pages += 1;
    this.y = top;
    this.artifact(() => {
      this.pdf.rect(0, 0, this.pdf.page.width, 8).fill(blue);
      if (this.pages === 1) return;
      const { organization, reference } = this.margins;
      const name = this.breakText(organization, contentWidth / 2, styles.margin).slice(0, 2);
      const number = this.breakText(reference, contentWidth / 2 - 10, styles.margin).slice(0, 1);
      this.drawLines(name, left, styles.margin, 36);
      this.drawLines(number, right - this.widthOf(number[0] ?? [], styles.margin), styles.margin, 36);
      this.pdf.moveTo(left, 64).lineTo(right, 64).lineWidth(0.5).stroke(line);
    }, 'Top');
  }

  /** The body's name beside the mark of public bodies, which is there for the eye alone. */
  private writeLetterhead(unit: string | undefined, logo: Uint8Array | undefined): void {
    this.y = 34;
    const beside = left + (logo ? this.drawLogo(Buffer.from(logo)) : this.drawMark()) + 10;
    const width = right - beside;
    const name = this.breakText(this.margins.organization, width, styles.organization);
    const paragraph = this.child(this.root, 'P');
    this.drawIn(paragraph, name, beside, styles.organization);
    this.y += name.length * styles.organization.leading;
    paragraph.end();
    if (unit) {
      const lines = this.breakText(unit, width, styles.unit);
      const below = this.child(this.root, 'P');
      this.drawIn(below, lines, beside, styles.unit);
      this.y += lines.length * styles.unit.leading;
      below.end();
    }
    this.y = Math.max(this.y, 34 + markSize) + 8;
    this.artifact(() => this.pdf.moveTo(left, this.y).lineTo(right, this.y).lineWidth(1).stroke(blue));
    this.y += 16;
  }

  /** @returns how wide it is */
  private drawMark(): number {
    this.artifact(() => {
      this.pdf
        .save()
        .translate(left, this.y - 2)
        .scale(markSize / 24);
      this.pdf.path(mark).fill(blue);
      this.pdf.restore();
    });
    return markSize;
  }

  /** The logo says nothing that the name beside it does not say. @param png whose width and height stand in its header @returns how wide it is */
  private drawLogo(png: Buffer): number {
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const scale = Math.min(widestLogo / width, markSize / height);
    this.artifact(() => this.pdf.image(png, left, this.y - 2, { width: width * scale, height: height * scale }));
    return width * scale;
  }

  /** Makes room for the headings that wait and for the first `height` of what they head, writes them, and opens the element. */
  private begin(tag: string, options: PDFKit.Mixins.StructureElementOptions, height: number): PDFKit.PDFStructureElement {
    const before = { 1: 0, 2: 12, 3: 6 };
    const after = { 1: 10, 2: 6, 3: 5 };
    const headings = this.waiting;
    this.waiting = [];
    const needed = headings.reduce(
      (sum, { level, lines }) => sum + before[level] + lines.length * styles[`h${level}`].leading + after[level],
      height,
    );
    if (this.y + needed > bottom) this.startPage();
    for (const { level, lines, title } of headings) {
      const style = styles[`h${level}`];
      if (this.y > top) this.y += before[level];
      if (level < 3) this.bookmarks.push({ title, pageNumber: this.pages - 1, top: this.y });
      const element = this.child(this.root, `H${level}`, spoken(title));
      this.drawIn(element, lines, left, style);
      element.end();
      this.y += lines.length * style.leading + after[level];
    }
    return this.child(this.root, tag, options);
  }

  /** Writes a row; one that is too tall for what is left of the page goes on the next, and one that is very tall is broken over both. */
  private writeRow(row: PDFKit.PDFStructureElement, cells: Cell[], scope: 'Row' | 'Column', turnPage: () => void): void {
    const columns = this.lay(cells);
    const leading = Math.max(...cells.map((cell) => cell.style.leading));
    const count = Math.max(...columns.map((column) => column.lines.length));
    const height = count * leading + 2 * cellPadding;
    if (this.y + height > bottom && height <= wholeRow) turnPage();

    const elements = columns.map(({ cell }) =>
      this.child(row, cell.tag, { ...(cell.tag === 'TH' && { scope }), ...spoken(cell.text, cell.actual) }),
    );
    for (let from = 0; from < count; ) {
      const room = Math.floor((bottom - this.y - 2 * cellPadding) / leading);
      let part = Math.min(room, count - from);
      if (count - from - part === 1) part -= 1; // no line alone on the next page
      if (part < Math.min(2, count - from)) {
        turnPage();
        continue;
      }
      columns.forEach(({ lines, x, cell }, index) => {
        const shown = lines.slice(from, from + part);
        const element = elements[index];
        if (element && shown.length > 0) this.drawIn(element, shown, x, cell.style, this.y + cellPadding, leading);
        else if (cell.tag === 'TH' && from > 0) this.continued(x, cell);
      });
      this.y += part * leading + 2 * cellPadding;
      this.rule(line);
      from += part;
    }
    for (const element of elements) element.end();
  }

  /** Beside what goes on from the page before, for the eye only. */
  private continued(x: number, cell: Cell): void {
    const lines = this.breakText(this.margins.continued, cell.width - 10, cell.style);
    this.artifact(() => this.drawLines(lines, x, cell.style, this.y + cellPadding));
  }

  /** The heads of a table on its next page: for the eye only, since the structure has them once. */
  private repeatHeads(heads: Cell[]): void {
    this.artifact(() => {
      for (const { lines, x, cell } of this.lay(heads)) this.drawLines(lines, x, cell.style, this.y + cellPadding);
    });
    this.y += this.heightOf(heads);
    this.rule(line);
  }

  private lay(cells: Cell[]): { cell: Cell; x: number; lines: Line[] }[] {
    let x = left;
    return cells.map((cell) => {
      const column = { cell, x, lines: this.breakText(cell.text, cell.width - 10, cell.style) };
      x += cell.width;
      return column;
    });
  }

  private heightOf(cells: Cell[]): number {
    const leading = Math.max(...cells.map((cell) => cell.style.leading));
    return Math.max(...this.lay(cells).map((column) => column.lines.length)) * leading + 2 * cellPadding;
  }

  private writeLink(parent: PDFKit.PDFStructureElement, lines: Line[], x: number, y: number, url: string, text: TextStyle): void {
    const style = { ...text, color: blue };
    const link = this.child(parent, 'Link');
    this.drawIn(link, lines, x, style, y);
    lines.forEach((it, index) => {
      const place = [x, y + index * style.leading, this.widthOf(it, style), style.leading] as const;
      this.pdf.link(...place, url, { structParent: link, Contents: new String(url) });
    });
    link.end();
  }

  private drawIn(
    element: PDFKit.PDFStructureElement,
    lines: Line[],
    x: number,
    style: TextStyle,
    y = this.y,
    leading: number = style.leading,
  ): void {
    element.add(() => this.drawLines(lines, x, style, y, leading));
  }

  private rule(color: string): void {
    this.artifact(() => this.pdf.moveTo(left, this.y).lineTo(right, this.y).lineWidth(0.5).stroke(color));
  }

  protected override breakText(text: string, width: number, style: TextStyle): Line[] {
    this.hasUnknown ||= text !== this.margins.unknown && hasUnknown(text);
    return super.breakText(text, width, style);
  }
}

/** What is read aloud and copied instead of what is drawn, where that is in another order or has numbers of characters in it. */
function spoken(text: string, actual?: string): { actual?: string } {
  if (actual !== undefined) return { actual };
  return isRightToLeft(text) || hasUnknown(text) ? { actual: text } : {};
}
