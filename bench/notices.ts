import { fonts } from '@sportello/documents/fonts';
import { type PaymentNoticeInput, paymentNoticePdf } from '@sportello/documents/payment-notice';
import PDFDocument from 'pdfkit';
import { creditors } from '../deploy/world/creditors.ts';

const COUNT = 10_000;
/** So many are printed by one side, then by the other, and again: what else the machine does slows both. */
const CHUNK = 50;

/** Pages a second in one thread. */
export interface NoticesFigure {
  count: number;
  product: number;
  bare: number;
  ratio: number;
}

/** What draws. What one of them does by another of them is its own affair. */
const methods = [
  ...['addPage', 'font', 'fontSize', 'fillColor', 'text', 'save', 'restore', 'translate', 'scale'],
  ...['path', 'fill', 'moveTo', 'lineTo', 'lineWidth', 'rect', 'stroke'],
];
type Call = [name: string, parameters: unknown[]];
type Drawing = Record<string, (...parameters: unknown[]) => unknown>;

const [creditor] = creditors;
const noticeOf = (at: number): PaymentNoticeInput => ({
  creditor: { fiscalCode: creditor?.fiscalCode ?? '', name: creditor?.name ?? '', office: null, contacts: null, cbillCode: 'RP001' },
  recipient: { fiscalCode: 'NREFRC80A41L219B', name: 'Federica Neri' },
  subject: 'Mensa scolastica',
  single: { noticeNumber: `301${String(at).padStart(13, '0')}42`, amountCents: 4_500 + at, dueOn: '2026-12-31' },
  instalments: [],
  slip: null,
  issuedAt: new Date('2026-11-01T09:00:00Z'),
});

/** The same page by the same library, with nothing but its words and lines: no tags, no code made anew, nothing measured. */
export async function measureNotices(): Promise<NoticesFigure> {
  const calls = await recordedCalls();
  let [productMs, bareMs] = [0, 0];
  for (let from = 0; from < COUNT; from += CHUNK) {
    const began = performance.now();
    for (let at = from; at < from + CHUNK; at += 1) await drawBare(calls);
    const drawn = performance.now();
    for (let at = from; at < from + CHUNK; at += 1) await paymentNoticePdf(noticeOf(at));
    bareMs += drawn - began;
    productMs += performance.now() - drawn;
  }
  const aSecond = (ms: number) => Math.round(COUNT / (ms / 1_000));
  return { count: COUNT, product: aSecond(productMs), bare: aSecond(bareMs), ratio: bareMs / productMs };
}

async function recordedCalls(): Promise<Call[]> {
  const calls: Call[] = [];
  const drawing = PDFDocument.prototype as unknown as Drawing;
  const own = Object.fromEntries(methods.map((name) => [name, drawing[name] as (...parameters: unknown[]) => unknown]));
  let depth = 0;
  for (const name of methods)
    drawing[name] = function (this: unknown, ...parameters) {
      if (depth === 0) calls.push([name, parameters]);
      depth += 1;
      try {
        return own[name]?.apply(this, parameters);
      } finally {
        depth -= 1;
      }
    };
  try {
    await paymentNoticePdf(noticeOf(0));
    return calls;
  } finally {
    Object.assign(drawing, own);
  }
}

async function drawBare(calls: readonly Call[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, font: '', autoFirstPage: false, compress: false });
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);
  for (const [name, parameters] of calls) (pdf as unknown as Drawing)[name]?.(...parameters);
  const parts: Buffer[] = [];
  pdf.end();
  for await (const part of pdf) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
