import { afterEach, expect, test } from '@jest/globals';
import { longRequest, receipt, request } from '../test/inputs.js';
import { receiptPdf, requestPdf } from './pdf.js';
import { Printer } from './printer.js';

const printers: Printer[] = [];
const printerOf = (limits = {}) => {
  const printer = new Printer(limits);
  printers.push(printer);
  return printer;
};
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

/** About 400 kB of what somebody filled in. */
const large = {
  ...request,
  pages: [
    {
      title: 'Testi',
      sections: Array.from({ length: 20 }, (_, index) => ({
        title: `Testo ${index + 1}`,
        rows: [{ label: 'Descrizione', value: 'La quercia più alta del bosco cade, perché così è. '.repeat(390) }],
      })),
    },
  ],
};

test('a thread prints the same bytes as the process itself, one document after the other', async () => {
  const printer = printerOf();
  const printed = await Promise.all([
    printer.print({ kind: 'request', input: longRequest }),
    printer.print({ kind: 'receipt', input: receipt }),
    printer.print({ kind: 'request', input: request }),
  ]);
  const expected = await Promise.all([requestPdf(longRequest), receiptPdf(receipt), requestPdf(request)]);
  expect(printed.map((bytes, index) => bytes.equals(expected[index] as Buffer))).toEqual([true, true, true]);
});

test('the loop turns while three documents of 400 kB are printed', async () => {
  const printer = printerOf();
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  const printed = await Promise.all([large, large, large].map((input) => printer.print({ kind: 'request', input })));
  clearImmediate(next);
  expect(turns).toBeGreaterThan(0);
  expect(printed.every((bytes) => bytes.equals(printed[0] as Buffer))).toBe(true);
});

test('a document that takes too long fails, and the next is printed by another thread', async () => {
  const printer = printerOf({ deadlineMs: 1 });
  await expect(printer.print({ kind: 'request', input: large })).rejects.toThrow('too long');
  const patient = printerOf();
  await expect(patient.print({ kind: 'receipt', input: receipt })).resolves.toBeInstanceOf(Buffer);
});

test('a thread that breaks is replaced, and only its own document fails', async () => {
  const printer = printerOf();
  // An instant that no calendar has: the layout throws, the thread lives on.
  const wrong = { ...receipt, submittedAt: new Date(Number.NaN) };
  await expect(printer.print({ kind: 'receipt', input: wrong })).rejects.toThrow('RangeError');
  const broken = printer.print({ kind: 'request', input: large });
  const [thread] = (printer as unknown as { busy: Map<{ terminate(): Promise<number> }, unknown> }).busy.keys();
  const next = printer.print({ kind: 'receipt', input: receipt });
  await thread?.terminate();
  await expect(broken).rejects.toThrow('ended');
  expect((await next).equals(await receiptPdf(receipt))).toBe(true);
});

test('no more documents wait than may, and none is printed after the end', async () => {
  const printer = printerOf({ waiting: 1 });
  const first = printer.print({ kind: 'receipt', input: receipt });
  const second = printer.print({ kind: 'receipt', input: receipt });
  await expect(printer.print({ kind: 'receipt', input: receipt })).rejects.toThrow('too many');
  await Promise.all([first, second]);
  await printer.close();
  await expect(printer.print({ kind: 'receipt', input: receipt })).rejects.toThrow('closed');
});
