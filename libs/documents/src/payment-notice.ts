import { writeAmount } from '@sportello/italy/amounts';
import { MOST_CENTS_OF_SLIP, noticeQr, slipDataMatrix } from '@sportello/italy/notice-codes';
import { grouped } from '@sportello/italy/notice-number';
import { displayDate } from '@sportello/italy/rome-time';
import type { TextStyle } from './lines.js';
import { noticeWords as words } from './notice-words.js';
import { ArchivalDocument } from './pdf-kit.js';
import { Pen } from './pen.js';
import { type CodeImage, dataMatrix, noticeQrCode } from './qr-code.js';

/** What is paid at once: the whole, or one instalment. */
export interface NoticeItem {
  noticeNumber: string;
  amountCents: number;
  /** YYYY-MM-DD. */
  dueOn: string | null;
}

export interface PaymentNoticeInput {
  creditor: { fiscalCode: string; name: string; office: string | null; contacts: string | null; cbillCode: string | null };
  recipient: { fiscalCode: string; name: string };
  subject: string;
  /** The whole amount, where it can be paid at once. */
  single: NoticeItem | null;
  instalments: NoticeItem[];
  /** The postal account, where slips may be printed. */
  slip: { account: string; holder: string; authorisation: string } | null;
  /** Stands for the moment of writing: same input, same bytes. */
  issuedAt: Date;
}

/** Ten millimetres, in points; A4 is 595 by 842. */
const margin = 28.35;
const right = 595.28 - margin;
const width = right - margin;
const bottom = 841.89 - margin;
/** At least six millimetres stand between modules. */
const between = 17.01;
/** 25 mm: of both codes. */
const codeSize = 70.87;

const ink = '#000000';
const grey = '#7c7c7b';
/** The blue of pagoPA. */
const blue = '#0066cc';
const pale = '#ececec';
const style = {
  title: { weight: 'semibold', size: 20, leading: 25, color: ink },
  subject: { weight: 'regular', size: 12, leading: 16, color: ink },
  mark: { weight: 'semibold', size: 15, leading: 19, color: blue },
  head: { weight: 'semibold', size: 11, leading: 15, color: ink },
  // Grey on white would have too little contrast for small letters: it is kept for lines.
  label: { weight: 'regular', size: 7.5, leading: 10, color: ink },
  value: { weight: 'semibold', size: 9, leading: 12, color: ink },
  code: { weight: 'semibold', size: 10.5, leading: 14, color: ink },
  amount: { weight: 'semibold', size: 14, leading: 18, color: ink },
  text: { weight: 'regular', size: 8, leading: 10.5, color: ink },
  /** 70 % black, as Poste wants the line of its permission. */
  permission: { weight: 'regular', size: 6, leading: 8, color: '#4d4d4d' },
} as const satisfies Record<string, TextStyle>;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * The payment notice on paper: its modules in the order of the guide, a QR code and, where there is a postal account, a Data Matrix for each
 * thing that can be paid. No IBAN stands on it.
 * @throws Error when there is nothing to pay on it
 * Source: pagoPA, guide to the payment notice 3.4
 */
export function paymentNoticePdf(input: PaymentNoticeInput): Promise<Buffer> {
  if (!input.single && input.instalments.length === 0) throw new Error('a notice without anything to pay');
  return new NoticeSheet(input).write();
}

class NoticeSheet extends Pen {
  private readonly root: PDFKit.PDFStructureElement;
  private y = margin;
  private pages = 0;

  constructor(private readonly input: PaymentNoticeInput) {
    const { creditor, subject, issuedAt } = input;
    super(
      new ArchivalDocument({ title: `${words.title}: ${subject}`, author: creditor.name, subject, language: 'it', createdAt: issuedAt }),
    );
    this.root = this.pdf.struct('Document', { title: words.title });
    this.pdf.addStructure(this.root);
  }

  write(): Promise<Buffer> {
    const { single, instalments } = this.input;
    this.startPage();
    this.writePeople();
    this.writeHowAndWhere();
    this.heading(words.data);
    if (single) {
      this.writeSingle(single);
      this.writeSlip(single);
    }
    // In threes where that comes out even, else in twos: never both on one sheet.
    const perRow = instalments.length % 3 === 0 ? 3 : 2;
    for (let from = 0; from < instalments.length; from += perRow) this.writeRow(instalments.slice(from, from + perRow), from, perRow);
    for (const instalment of instalments) this.writeSlip(instalment);
    this.root.end();
    return this.pdf.bytes();
  }

  /** Title and subject stand on every page; they are read aloud on the first. */
  private startPage(): void {
    this.pdf.addPage();
    this.pages += 1;
    const subject = this.breakText(cut(this.input.subject, 90), width - 120, style.subject);
    const draw = (tag: string, lines: ReturnType<Pen['breakText']>, x: number, y: number, look: TextStyle) => {
      if (this.pages > 1) return this.artifact(() => this.drawLines(lines, x, look, y), 'Top');
      const element = this.child(this.root, tag);
      element.add(() => this.drawLines(lines, x, look, y));
      element.end();
    };
    draw('H1', this.breakText(words.title, width, style.title), margin, margin, style.title);
    draw('P', subject, margin, margin + style.title.leading, style.subject);
    const mark = this.breakText('pagoPA', 120, style.mark);
    this.artifact(() => this.drawLines(mark, right - this.widthOf(mark[0] ?? [], style.mark), style.mark, margin), 'Top');
    this.y = margin + style.title.leading + subject.length * style.subject.leading + between;
  }

  /** Begins a new page where less room is left. */
  private need(height: number): void {
    if (this.y + height > bottom) this.startPage();
  }

  private heading(text: string): void {
    this.need(style.head.leading + codeSize + 60);
    this.put('H2', text, margin, this.y, width, style.head);
    this.y += style.head.leading + 2;
    this.artifact(() => this.pdf.moveTo(margin, this.y).lineTo(right, this.y).lineWidth(0.75).stroke(grey));
    this.y += 6;
  }

  /** @returns where it ends */
  private put(
    tag: string,
    text: string,
    x: number,
    y: number,
    room: number,
    look: TextStyle,
    parent: PDFKit.PDFStructureElement = this.root,
  ): number {
    const lines = this.breakText(text, room, look);
    const element = this.child(parent, tag);
    element.add(() => this.drawLines(lines, x, look, y));
    element.end();
    return y + lines.length * look.leading;
  }

  /** A name and its value, one under the other. @returns where it ends */
  private field(
    label: string,
    value: string,
    x: number,
    y: number,
    room: number,
    parent = this.root,
    look: TextStyle = style.value,
  ): number {
    const below = this.put('P', label, x, y, room, style.label, parent);
    return this.put('P', value, x, below, room, look, parent) + 3;
  }

  /** Module 2: to whom it is owed, and by whom. */
  private writePeople(): void {
    const { creditor, recipient } = this.input;
    const room = width / 2 - 8;
    const beside = margin + width / 2 + 8;
    let left = this.put('H2', words.creditor, margin, this.y, room, style.head);
    left = this.field(words.fiscalCode, creditor.fiscalCode, margin, left, room);
    left = this.put('P', cut(creditor.name, 50), margin, left, room, style.value);
    for (const line of [creditor.office, creditor.contacts]) if (line) left = this.put('P', line, margin, left, room, style.text);
    let other = this.put('H2', words.recipient, beside, this.y, room, style.head);
    other = this.field('Cod. Fiscale', recipient.fiscalCode, beside, other, room);
    other = this.put('P', cut(recipient.name, 70), beside, other, room, style.value);
    this.y = Math.max(left, other) + between;
  }

  /** Module 3: how much and until when, and where. */
  private writeHowAndWhere(): void {
    const { creditor, single, instalments } = this.input;
    const room = width / 2 - 8;
    const beside = margin + width / 2 + 8;
    let left = this.put('H2', words.howMuch, margin, this.y, room, style.head) + 4;
    if (single) {
      left = this.put('P', `${writeAmount(single.amountCents)} ${words.euro}`, margin, left, room, style.amount);
      if (single.dueOn) left = this.put('P', `${words.by} ${displayDate(single.dueOn)}`, margin, left, room, style.value);
    }
    const { length: count } = instalments;
    if (count > 0) left = this.put('P', words.plan[single ? 'both' : 'only'](count), margin, left + 2, room, style.value);
    left = this.put('P', words.legal, margin, left + 4, room, style.text);
    let other = this.put('H2', words.where, beside, this.y, room, style.head) + 4;
    other = this.put('H3', words.online, beside, other, room, style.value);
    other = this.put('P', words.onlineText(creditor.name), beside, other, room, style.text) + 4;
    other = this.put('H3', words.nearby, beside, other, room, style.value);
    other = this.put('P', words.nearbyText, beside, other, room, style.text);
    this.y = Math.max(left, other) + between;
  }

  /** Module 4, the whole amount: its code with all that somebody types who cannot scan it. */
  private writeSingle(item: NoticeItem): void {
    const height = codeSize + 66;
    this.need(height);
    const top = this.y;
    const section = this.child(this.root, 'Sect');
    this.drawQr(section, item, margin, top);
    this.put('P', words.scanBeside, margin, top + codeSize + 4, codeSize + 20, style.label, section);
    const x = margin + codeSize + 34;
    const room = (right - x) / 2 - 8;
    this.put('H3', words.whole, x, top, room, style.head, section);
    let left = this.writeNumbers(section, item, x, top + style.head.leading + 2, room);
    const second = x + room + 16;
    let other = this.due(section, item, second, top, room);
    other = this.field(words.recipient, cut(this.input.recipient.name, 70), second, other, room, section);
    other = this.field(words.creditor, cut(this.input.creditor.name, 50), second, other, room, section);
    other = this.field(words.subject, cut(this.input.subject, 90), second, other, room, section);
    section.end();
    left = Math.max(left, other, top + codeSize + 30);
    this.y = left + between;
  }

  /** Module 4, instalments beside each other. */
  private writeRow(items: readonly NoticeItem[], from: number, perRow: number): void {
    this.need(codeSize + 150);
    const room = (width - (perRow - 1) * 16) / perRow;
    const ends = items.map((item, at) => {
      const x = margin + at * (room + 16);
      const section = this.child(this.root, 'Sect');
      let y = this.put('H3', words.instalment(from + at + 1), x, this.y, room, style.head, section);
      y = this.due(section, item, x, y, room);
      y = this.writeNumbers(section, item, x, y, room);
      // Three in a row leave no room for the recipient, who stands above.
      if (perRow === 2) y = this.field(words.recipient, cut(this.input.recipient.name, 70), x, y, room, section);
      y = this.field(words.subject, cut(this.input.subject, 60), x, y, room, section);
      this.drawQr(section, item, x, y + 2);
      this.put('P', words.scanAbove, x + codeSize + 10, y + 2, Math.max(40, room - codeSize - 12), style.label, section);
      section.end();
      return y + 2 + codeSize;
    });
    this.y = Math.max(...ends) + between;
  }

  private due(section: PDFKit.PDFStructureElement, { amountCents, dueOn }: NoticeItem, x: number, y: number, room: number): number {
    const below = this.field(words.amount, `${writeAmount(amountCents)} ${words.euro}`, x, y, room, section, style.amount);
    return dueOn ? this.put('P', `${words.by} ${displayDate(dueOn)}`, x, below - 2, room, style.value, section) + 3 : below;
  }

  private writeNumbers(section: PDFKit.PDFStructureElement, { noticeNumber }: NoticeItem, x: number, top: number, room: number): number {
    const { cbillCode, fiscalCode } = this.input.creditor;
    let y = this.field(words.noticeNumber, grouped(noticeNumber), x, top, room, section, style.code);
    if (cbillCode) y = this.field(words.cbill, cbillCode.toUpperCase(), x, y, room, section, style.code);
    return this.field(words.fiscalCode, fiscalCode, x, y, room, section, style.code);
  }

  /** The slip of a public body, after what it pays. */
  private writeSlip(item: NoticeItem): void {
    const { slip, creditor, recipient, subject } = this.input;
    if (!slip || item.amountCents > MOST_CENTS_OF_SLIP) return;
    const height = codeSize + 76;
    this.need(height);
    const top = this.y;
    this.artifact(() =>
      this.pdf
        .rect(margin, top, width, height - 8)
        .lineWidth(0.75)
        .stroke(pale),
    );
    const section = this.child(this.root, 'Sect');
    const x = margin + 8;
    const codeLeft = right - codeSize - 12;
    const room = (codeLeft - x - 24) / 2;
    let y = this.put('H3', 'Bollettino Postale PA', x, top + 6, room, style.head, section);
    y = this.field('sul C/C n.', slip.account, x, y, room, section, style.code);
    y = this.field('intestato a', slip.holder, x, y, room, section);
    this.field(words.recipient, cut(recipient.name, 70), x, y, room, section);
    const second = x + room + 12;
    let other = this.due(section, item, second, top + 6, room);
    other = this.field(words.noticeNumber, grouped(item.noticeNumber), second, other, room, section);
    other = this.field(words.fiscalCode, creditor.fiscalCode, second, other, room, section);
    this.field(words.subject, cut(subject, 60), second, other, room, section);
    const { noticeNumber, amountCents } = item;
    const text = slipDataMatrix({
      ...{ noticeNumber, amountCents, account: slip.account, fiscalCode: creditor.fiscalCode },
      ...{ debtorFiscalCode: recipient.fiscalCode, debtorName: recipient.name, subject },
    });
    this.drawCode(section, dataMatrix(text), codeLeft, top + 12, `Data Matrix: ${grouped(noticeNumber)}`);
    const below = this.put('P', 'Tipo P1', codeLeft, top + codeSize + 16, codeSize, style.value, section);
    this.put('P', slip.authorisation, codeLeft - 40, below, codeSize + 44, style.permission, section);
    section.end();
    this.y = top + height + between - 8;
  }

  private drawQr(section: PDFKit.PDFStructureElement, item: NoticeItem, x: number, y: number): void {
    const text = noticeQr({ ...item, fiscalCode: this.input.creditor.fiscalCode });
    this.drawCode(section, noticeQrCode(text), x, y, `QR: ${grouped(item.noticeNumber)}`);
  }

  private drawCode(section: PDFKit.PDFStructureElement, image: CodeImage, x: number, y: number, alt: string): void {
    const bbox: [number, number, number, number] = [x, y, x + codeSize, y + codeSize];
    const figure = this.child(section, 'Figure', { alt, bbox, placement: 'Block' });
    figure.add(() => this.drawSymbol(image, x, y, codeSize));
    figure.end();
  }
}
