import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { readNoticeQr } from '@sportello/italy/notice-codes';
import { grouped, noticeNumber } from '@sportello/italy/notice-number';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { type NoticeItem, type PaymentNoticeInput, paymentNoticePdf } from './payment-notice.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;
const itWithPoppler = hasPoppler ? test : test.skip;
/** Dots an inch of the pages that codes are read from. */
const resolution = 200;

const item = (sequence: number, amountCents: number, dueOn: string | null = '2026-12-31'): NoticeItem => ({
  noticeNumber: noticeNumber('01', sequence),
  amountCents,
  dueOn,
});
const base: PaymentNoticeInput = {
  creditor: { fiscalCode: '77777777777', name: 'Comune di Esempio', office: null, contacts: null, cbillCode: 'AB123' },
  recipient: { fiscalCode: 'RSSMRA80A01H501U', name: 'Mario Rossi' },
  subject: 'TARI 2026',
  single: item(101, 10_000),
  instalments: [],
  slip: { account: '123456', holder: 'COMUNE DI ESEMPIO', authorisation: 'AUT. DB/SSIC/E 12345 DEL 01/02/2026' },
  issuedAt: new Date('2026-11-30T08:00:00Z'),
};

/** Its pages as they are printed, as pictures. */
function pagesOf(pdf: Buffer): Uint8Array[] {
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', ['-'], { input: pdf }).toString())?.[1]);
  return Array.from({ length: pages }, (_, at) => {
    const page = String(at + 1);
    const place = ['-r', String(resolution), '-f', page, '-l', page];
    return execFileSync('pdftoppm', ['-png', '-gray', ...place, '-'], { input: pdf, maxBuffer: 1e8 });
  });
}

interface Found extends ReadResult {
  page: number;
}

/** Every code on every page, read by a library that did not draw it. */
async function codesOf(pdf: Buffer): Promise<Found[]> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer }, fireImmediately: true });
  const found: Found[] = [];
  for (const [page, image] of pagesOf(pdf).entries())
    for (const code of await readBarcodes(image, { formats: ['QRCode', 'DataMatrix'], maxNumberOfSymbols: 40, tryHarder: true }))
      found.push({ ...code, page: page + 1 });
  return found;
}

/** What is printed in a part of a page; a point is the 72nd part of an inch. */
function wordsIn(pdf: Buffer, page: number, area: { x: number; y: number; width: number; height: number }): string {
  const number = (value: number) => String(Math.max(0, Math.round(value)));
  const place = ['-x', number(area.x), '-y', number(area.y), '-W', number(area.width), '-H', number(area.height)];
  return execFileSync('pdftotext', ['-r', '72', '-layout', '-f', String(page), '-l', String(page), ...place, '-', '-'], {
    input: pdf,
  }).toString();
}

/** Of its upright box: a code may be found turned. */
function topLeftOf({ position: { topLeft, topRight, bottomLeft, bottomRight } }: Found): { x: number; y: number } {
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const least = (of: 'x' | 'y') => (Math.min(...corners.map((corner) => corner[of])) * 72) / resolution;
  return { x: least('x'), y: least('y') };
}
const numbersIn = (text: string) => text.match(/3\d{3} \d{4} \d{4} \d{4} \d{2}/g) ?? [];

itWithPoppler('PAY-04: each code on a notice with instalments is that of the number printed beside it', async () => {
  const instalments = [item(102, 3_334), item(103, 3_333), item(104, 3_333)];
  const pdf = await paymentNoticePdf({ ...base, instalments });
  const codes = await codesOf(pdf);
  const qr = codes.filter(({ format }) => format === 'QRCode');
  const slips = codes.filter(({ format }) => format === 'DataMatrix');
  const due = [item(101, 10_000), ...instalments];
  expect(Object.fromEntries(qr.map(({ text }) => [readNoticeQr(text)?.noticeNumber, readNoticeQr(text)?.amountCents]))).toEqual(
    Object.fromEntries(due.map(({ noticeNumber: number, amountCents }) => [number, amountCents])),
  );
  expect(qr.every(({ text }) => readNoticeQr(text)?.fiscalCode === '77777777777')).toBe(true);
  expect(slips.map(({ text }) => text.length)).toEqual([256, 256, 256, 256]);
  for (const code of qr) {
    const { x, y } = topLeftOf(code);
    // The whole is beside its code, instalments are above theirs.
    const isWhole = readNoticeQr(code.text)?.noticeNumber === due[0]?.noticeNumber;
    const area = isWhole ? { x: x + 90, y: y - 5, width: 200, height: 80 } : { x: x - 5, y: y - 185, width: 175, height: 180 };
    expect(numbersIn(wordsIn(pdf, code.page, area))).toEqual([grouped(readNoticeQr(code.text)?.noticeNumber ?? '')]);
  }
  for (const slip of slips) {
    const number = slip.text.slice(15, 33);
    expect(Number(slip.text.slice(49, 59))).toBe(due.find((it) => it.noticeNumber === number)?.amountCents);
    const { y } = topLeftOf(slip);
    expect(numbersIn(wordsIn(pdf, slip.page, { x: 20, y: y - 15, width: 430, height: 120 }))).toEqual([grouped(number)]);
  }
});

itWithPoppler('PAY-04: a notice names amount, body, debtor and reason, and no IBAN', async () => {
  const pdf = await paymentNoticePdf({ ...base, single: item(42, 123_456, null), slip: null });
  const said = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
  for (const words of [
    'Avviso di pagamento',
    '1.234,56 Euro',
    '3010 0000 0000 0042 85',
    'Mario Rossi',
    'TARI 2026',
    'AB123',
    '77777777777',
  ])
    expect(said).toContain(words);
  expect(said).not.toMatch(/entro il|IT\d{2}[A-Z]\d{5}|null|undefined|Bollettino/);
  expect((await codesOf(pdf)).map(({ text }) => text)).toEqual(['PAGOPA|002|301000000000004285|77777777777|123456']);
});

test('PAY-04: a notice is tagged, says that it is archival, and is the same whenever it is made', async () => {
  const pdf = await paymentNoticePdf({ ...base, instalments: [item(102, 5_000), item(103, 5_000)] });
  const source = pdf.toString('latin1');
  expect(source).toContain('/MarkInfo');
  expect(source).toContain('pdfaid:part');
  expect(source.match(/\/S \/Figure/g)).toHaveLength(6);
  expect((await paymentNoticePdf(structuredClone({ ...base, instalments: [item(102, 5_000), item(103, 5_000)] }))).equals(pdf)).toBe(true);
  expect(() => paymentNoticePdf({ ...base, single: null })).toThrow('without anything to pay');
});

test('PAY-04: many instalments and long names stay on their pages', async () => {
  const instalments = Array.from({ length: 7 }, (_, at) => item(200 + at, 1_234_567));
  const creditor = {
    ...base.creditor,
    name: 'Unione dei Comuni '.repeat(10),
    office: 'Ufficio '.repeat(6),
    contacts: 'Telefono '.repeat(11),
  };
  const recipient = { fiscalCode: 'RSSMRA80A01H501U', name: 'Maria Antonietta '.repeat(10) };
  const pdf = await paymentNoticePdf({ ...base, creditor, recipient, subject: 'Contributo di costruzione '.repeat(8), instalments });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
});
